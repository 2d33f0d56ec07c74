/** Holds p-values to [0, 1]. @throws RangeError that names the first one that is not */
export function checkPValues(p: ArrayLike<number>): void {
  for (let place = 0; place < p.length; place++)
    if (!(p[place]! >= 0 && p[place]! <= 1))
      throw new RangeError(`p[${place}] is ${p[place]}; expected a number from 0 to 1`);
}
