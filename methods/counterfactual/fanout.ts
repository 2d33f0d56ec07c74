/** `2x4` as the fan-out of every step. */
export function parseFanout(text: string): number[] {
  return text.split('x').map(Number);
}

/** Evaluator calls of a prefix tree: the product of its fan-outs. */
export function leavesOf(fanout: readonly number[]): number {
  return fanout.reduce((product, width) => product * width, 1);
}

/**
 * The fan-out for `steps` steps that a budget allows: as even as powers of two get, the last steps first (8 calls on two
 * steps are 2×4, the paper's default).
 */
export function fanoutWithin(budget: number, steps: number): number[] {
  const fanout = new Array<number>(steps).fill(1);
  for (let leaves = 2; leaves <= budget; leaves *= 2) {
    const smallest = Math.min(...fanout);
    fanout[fanout.lastIndexOf(smallest)]! *= 2;
  }
  return fanout;
}
