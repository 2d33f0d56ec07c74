import { largestOf } from './without-dust.ts';

/** Differences in steps of 10⁻¹² of the largest magnitude, as whole numbers, so that rounding residue is 0 and ties are ties. Statistics.md §1. */
export function roundedDifferences(differences: ArrayLike<number>): Float64Array {
  const largest = largestOf(differences);
  return Float64Array.from(differences, (value) => (largest === 0 ? 0 : Math.round((value / largest) * 1e12)));
}
