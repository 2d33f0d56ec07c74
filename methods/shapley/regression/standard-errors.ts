import type { Estimate } from './estimate.ts';
import { addUnit } from './unit-sum.ts';
import type { Units } from './units.ts';

/**
 * √ Σ_s share² (1 − π_s)/m_s · sample variance over the m_s units of size s of y · w_i(S): of an estimate that is a sum over coalitions of
 * `residuals` y (v − v(∅) itself, or what a fit leaves of it), π_s the part of the size that is known. One unit alone counts by its square.
 * @param fresh which units are a sample; the others are known for certain
 */
export function standardErrors(
  units: Units,
  residuals: Float64Array,
  fresh: (unit: number) => boolean = () => true,
): Estimate['standardErrors'] {
  const { agents, strata, stratum } = units;
  const [known, sampled] = [new Float64Array(strata.length), new Float64Array(strata.length)];
  const sums = strata.map(() => new Float64Array(agents));
  const squares = strata.map(() => new Float64Array(agents));
  const one = new Float64Array(agents);
  for (let unit = 0; unit < stratum.length; unit++) {
    const at = stratum[unit]!;
    known[at]!++;
    if (!fresh(unit)) continue;
    sampled[at]!++;
    one.fill(0);
    addUnit(one, units, unit, residuals[unit]!);
    for (let agent = 0; agent < agents; agent++) {
      sums[at]![agent]! += one[agent]!;
      squares[at]![agent]! += one[agent]! ** 2;
    }
  }
  const variances = new Float64Array(agents);
  for (const [at, { size, units: all, share }] of strata.entries()) {
    const count = sampled[at]!;
    const unseen = 1 - known[at]! / all;
    if (unseen <= 0) continue;
    if (count === 0) return { undefined: `no coalition of size ${size} was drawn` };
    for (let agent = 0; agent < agents; agent++) {
      const square = squares[at]![agent]!;
      const spread = count === 1 ? square : Math.max(0, square - sums[at]![agent]! ** 2 / count) / (count - 1);
      variances[agent]! += (share ** 2 * unseen * spread) / count;
    }
  }
  return variances.map(Math.sqrt);
}
