import { nonInferiority } from '../statistics/non-inferiority.ts';
import { isUndefined } from '../statistics/undefined.ts';
import { withoutResidue } from './without-residue.ts';

/** Whether a candidate is within its margin of the baseline on one task by one metric. */
export type Judgement = {
  /** Candidate − baseline, above 0 where the candidate is better; mean over instances. */
  readonly difference: number;
  readonly standardError: number | null;
  /** One-sided bounds, each at 1 − alpha; null where there is no spread to know them by. */
  readonly low: number | null;
  readonly high: number | null;
  /** `pass`: the lower bound is above −margin. `worse`: the upper bound is below it. */
  readonly verdict: 'pass' | 'worse' | 'unproven';
  /** One-sided, of being worse than the margin allows; null where nothing can be tested. */
  readonly p: number | null;
  /** Instances at which it would be decided; null where it is, or no spread is known. */
  readonly pairsToDecide: number | null;
  readonly reason?: string;
};

/** Non-inferiority of the differences (one per instance, above 0 where the candidate is better); results identical on every pair pass. statistics.md §9. */
export function judgeRegression(
  given: Float64Array,
  { margin, alpha, power, scale }: { margin: number; alpha: number; power: number; scale: number },
): Judgement {
  const differences = withoutResidue(given, scale);
  if (differences.every((difference) => difference === 0))
    return { difference: 0, standardError: 0, low: 0, high: 0, verdict: 'pass', p: 1, pairsToDecide: null };
  const found = nonInferiority(differences, undefined, { margin, alpha, power });
  if (isUndefined(found)) {
    const unknown = { standardError: null, low: null, high: null, p: null, pairsToDecide: null };
    return { ...unknown, difference: differences[0]!, verdict: 'unproven', reason: found.reason };
  }
  const { mean, standardError, low, high, pWorse } = found;
  if (found.verdict === 'worse' && standardError === 0)
    return { ...constant(mean, differences.length, alpha), low, high };
  const { verdict, pairsToDecide = null } = found;
  const about = { difference: mean, standardError, low, high, verdict, p: pWorse };
  if (isUndefined(pairsToDecide)) return { ...about, pairsToDecide: null, reason: pairsToDecide.reason };
  return { ...about, pairsToDecide: pairsToDecide === null ? null : Math.ceil(pairsToDecide) };
}

/** Equal differences beyond the margin have no spread for a t, so only their common side speaks: all n on it has probability 2⁻ⁿ. */
function constant(difference: number, pairs: number, alpha: number) {
  const p = 2 ** -pairs;
  const about = { difference, standardError: 0, p };
  if (p <= alpha) return { ...about, verdict: 'worse', pairsToDecide: null } as const;
  const pairsToDecide = Math.ceil(-Math.log2(alpha) - 1e-9);
  return {
    ...about,
    verdict: 'unproven',
    pairsToDecide,
    reason: 'all differences are equal, on too few instances',
  } as const;
}
