import { exactSum } from './exact-sum.ts';

/**
 * The sum of finite values, rounded once, so that it does not depend on their order; 0 for none.
 * @throws RangeError where it is beyond the largest double
 */
export function compensatedSum(values: ArrayLike<number>): number {
  let sum = 0;
  let lost = 0;
  let size = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const next = sum + value;
    const taken = next - sum;
    lost += sum - (next - taken) + (value - taken);
    sum = next;
    size += Math.abs(value);
  }
  // Ogita, Rump & Oishi (2005), prop. 4.5: sum + lost is off by less than `doubt`. Where that may decide the last bit, sum exactly.
  const doubt = 2 * (values.length * unit) ** 2 * size + 2 * unit * Math.abs(lost);
  const rounded = sum + (lost - doubt);
  const total = rounded === sum + (lost + doubt) ? rounded : exactSum(values);
  if (!Number.isFinite(total)) throw new RangeError(`the sum of ${values.length} values is not a finite number`);
  return total;
}

/** The mean of at least one finite value; does not depend on their order, and is the value itself where all are equal. */
export function compensatedMean(values: ArrayLike<number>): number {
  let least = values[0]!;
  let largest = least;
  for (let i = 1; i < values.length; i++) {
    if (values[i]! < least) least = values[i]!;
    if (values[i]! > largest) largest = values[i]!;
  }
  // Sum and quotient are rounded, which takes the mean of three copies of 0.1 beyond them.
  return Math.min(largest, Math.max(least, compensatedSum(values) / values.length)) + 0;
}

/** Half the distance from 1 to the next double. */
const unit = 2 ** -53;
