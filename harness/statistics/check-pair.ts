import { checkFinite } from './check-values.ts';

/** Holds x and y to as many finite numbers each. @throws RangeError */
export function checkPair(x: ArrayLike<number>, y: ArrayLike<number>): void {
  if (x.length !== y.length) throw new RangeError(`${x.length} and ${y.length} values; expected as many of both`);
  checkFinite(x, 'x');
  checkFinite(y, 'y');
}
