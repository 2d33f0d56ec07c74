import type { Random } from '../../../harness/random.ts';

/** Units per stratum, and their expectation over the random rounding. */
export type Allocation = { readonly counts: Int32Array; readonly expected: Float64Array };

/**
 * Shares out `total` in proportion to `weights`, none above its cap (what is cut off goes to the others), rounded by systematic
 * sampling: each count is its expectation rounded up or down and the counts sum to `total`, or to all caps.
 */
export function allocate(total: number, weights: Float64Array, caps: Float64Array, random: Random): Allocation {
  const expected = fill(total, weights, caps);
  const counts = new Int32Array(caps.length);
  const fractions = expected.map((value) => value - Math.floor(value + 1e-9));
  const rest = Math.round(fractions.reduce((sum, fraction) => sum + fraction, 0));
  const offset = random.float();
  let [upTo, given] = [0, 0];
  for (let stratum = 0; stratum < caps.length; stratum++) {
    upTo += fractions[stratum]!;
    const due = stratum === caps.length - 1 ? rest : Math.min(rest, Math.floor(upTo + offset));
    counts[stratum] = Math.floor(expected[stratum]! + 1e-9) + due - given;
    given = due;
  }
  return { counts, expected };
}

function fill(total: number, weights: Float64Array, caps: Float64Array): Float64Array {
  const order = Array.from(caps.keys()).sort((a, b) => caps[a]! / weights[a]! - caps[b]! / weights[b]!);
  const expected = new Float64Array(caps.length);
  let left = total;
  let weight = weights.reduce((sum, one) => sum + one, 0);
  for (const stratum of order) {
    const fair = Math.max(0, (left * weights[stratum]!) / weight);
    expected[stratum] = Math.min(caps[stratum]!, fair);
    left -= expected[stratum]!;
    weight -= weights[stratum]!;
  }
  return expected;
}
