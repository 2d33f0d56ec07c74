import { moreToSeparate } from '../statistics/minimum-detectable-effect.ts';
import { signFlipTest } from '../statistics/sign-flip-test.ts';
import { smallestP } from '../statistics/smallest-p.ts';
import { studentTSf } from '../statistics/special/student-t.ts';
import { isUndefined } from '../statistics/undefined.ts';
import { wilcoxonSignedRank } from '../statistics/wilcoxon-signed-rank.ts';
import { type MeanOverTasks, meanOverTasks } from './mean-over-tasks.ts';
import { withoutResidue } from './without-residue.ts';

/** One task's differences, first − second per instance (seeds averaged), signed so that > 0 favours the first, in canonical instance order. */
export type PairedTask = {
  readonly task: string;
  readonly differences: Float64Array;
  /** The largest magnitude of the scores behind the differences, to tell a difference from rounding residue; 1 where it is not given. */
  readonly scale?: number;
};

/** How two methods compare on the same instances; differences above 0 favour the first. */
export type PairedComparison = {
  /** Mean over tasks of the mean over instances. */
  readonly difference: number;
  /** Of that mean, over instances with tasks fixed; null where no task has two instances. */
  readonly standardError: number | null;
  /** Σ(instances − 1) over tasks: what Student t needs for an interval. */
  readonly degreesOfFreedom: number;
  readonly instances: number;
  /** Instances whose difference is not 0 after rounding. */
  readonly nonZero: number;
  /** Two-sided; null where there is no difference to test, or no spread to test it with; 1 where all differences are 0. */
  readonly p: number | null;
  readonly exact: boolean;
  /** The smallest p that this many non-zero differences can give with this test; null where there is no such bound. */
  readonly smallestP: number | null;
  /** The side that the tested statistic favours: 1 the first, −1 the second; it may differ from the sign of the mean. */
  readonly favours: -1 | 0 | 1;
  /** Further instances at which this difference would separate with the given alpha and power; 0 where there are enough already, null where the difference is 0 or no spread is known. */
  readonly more: number | null;
};

/** How a comparison is tested: statistics.md §4. */
export type HowToCompare = {
  readonly test: 'wilcoxon' | 'sign-flip' | 'jackknife-t';
  readonly zeros: 'drop' | 'pratt' | 'split';
  readonly alpha: number;
  readonly power: number;
};

/** Of a sign-flip test too large to enumerate. */
const resamples = 10_000;

type Tested = Pick<PairedComparison, 'p' | 'exact' | 'smallestP' | 'favours'>;

/**
 * Two methods on the same instances of at least one task: effect, standard error, a two-sided test and what it could find at
 * all. `wilcoxon` ranks the instances of all tasks together; `sign-flip` weighs tasks alike; `jackknife-t` takes the differences
 * as jackknife values of a pooled statistic. Tasks without instances are left out. statistics.md §4.
 */
export function comparePaired(tasks: readonly PairedTask[], how: HowToCompare): PairedComparison {
  const rounded = tasks.flatMap(({ differences, scale }) =>
    differences.length === 0 ? [] : [withoutResidue(differences, scale)],
  );
  if (rounded.length === 0) throw new RangeError('no differences to compare; expected at least one instance');
  const centre = meanOverTasks(rounded);
  const { mean: difference, standardError, degreesOfFreedom, instances } = centre;
  const nonZero = rounded.reduce((sum, values) => sum + values.filter((value) => value !== 0).length, 0);
  return {
    difference,
    standardError,
    degreesOfFreedom,
    instances,
    nonZero,
    ...tested(rounded, centre, nonZero, how),
    more: moreInstances(centre, nonZero, how),
  };
}

function tested(
  tasks: readonly Float64Array[],
  centre: MeanOverTasks,
  nonZero: number,
  { test, zeros }: HowToCompare,
): Tested {
  if (test === 'jackknife-t') return studentT(centre, nonZero);
  const least = smallestP(nonZero);
  if (test === 'sign-flip') {
    const weighed = joined(
      tasks.map((values) => values.map((value) => value / (tasks.length * values.length))),
      centre.instances,
    );
    const result = signFlipTest(weighed, { resamples, seed: 'compare-paired' });
    if (isUndefined(result)) return { p: null, exact: true, smallestP: least, favours: 0 };
    const { p, exact } = result;
    return { p, exact, smallestP: exact ? least : Math.max(least, 1 / (resamples + 1)), favours: signOf(centre.mean) };
  }
  const result = wilcoxonSignedRank(joined(tasks, centre.instances), { zeros });
  if (isUndefined(result)) return { p: null, exact: true, smallestP: least, favours: 0 };
  return { p: result.p, exact: result.exact, smallestP: least, favours: signOf(result.positive - result.negative) };
}

function studentT({ mean, standardError, degreesOfFreedom }: MeanOverTasks, nonZero: number): Tested {
  const about = { exact: false, smallestP: null, favours: signOf(mean) };
  if (nonZero === 0) return { ...about, p: 1 };
  if (standardError === null || standardError === 0) return { ...about, p: null };
  return { ...about, p: Math.min(1, 2 * studentTSf(Math.abs(mean) / standardError, degreesOfFreedom)) };
}

/** The spread of one instance is what gives this standard error at this many, every task growing alike; and the test needs enough signs to speak at all. */
function moreInstances(
  { mean, standardError, instances }: MeanOverTasks,
  nonZero: number,
  { test, alpha, power }: HowToCompare,
): number | null {
  if (mean === 0 || standardError === null) return null;
  const signs = test === 'jackknife-t' ? 0 : Math.ceil(Math.log2(2 / alpha) - 1e-9) - nonZero;
  if (standardError === 0) return test === 'jackknife-t' ? null : Math.max(0, signs);
  const more = moreToSeparate(standardError * Math.sqrt(instances), Math.abs(mean), instances, { alpha, power });
  return isUndefined(more) ? null : Math.max(0, more, signs);
}

function joined(parts: readonly Float64Array[], length: number): Float64Array {
  const all = new Float64Array(length);
  let place = 0;
  for (const part of parts) {
    all.set(part, place);
    place += part.length;
  }
  return all;
}

function signOf(value: number): -1 | 0 | 1 {
  if (value === 0) return 0;
  return value > 0 ? 1 : -1;
}
