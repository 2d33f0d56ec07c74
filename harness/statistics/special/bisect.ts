/** The largest number of [low, high] that is still `isLeft`, up to one step of the floating-point grid; everything left of the cut must be, nothing right of it. */
export function bisect(low: number, high: number, isLeft: (x: number) => boolean): number {
  let [left, right] = [low, high];
  for (;;) {
    const middle = left + (right - left) / 2;
    if (middle <= left || middle >= right) return left;
    if (isLeft(middle)) left = middle;
    else right = middle;
  }
}
