import type { Manifest } from '../harness/manifest.ts';
import { quantile } from '../harness/statistics/quantile.ts';
import { wilsonOfShare } from '../harness/statistics/wilson.ts';
import type { Sheets } from './board-sheets.ts';
import type { Profile } from './resolution.ts';
import { testOf, type Unresolved } from './resolve.ts';

const steps = 32;

/**
 * Share of instances, tasks weighing the same, that score strictly better than each threshold (Dolan & Moré 2002, Agarwal et al.
 * 2021), for ranked methods and controls that are complete. Null for a pooled metric and for one with only two values.
 */
export function profileOf(
  table: Unresolved,
  sheets: Sheets,
  { analysis }: Pick<Manifest['suite'], 'analysis'>,
): Profile | null {
  if (testOf(table.headline, analysis.test) === 'jackknife-t' || table.tasks.length === 0) return null;
  const sign = table.better === 'lower' ? -1 : 1;
  const lines = table.standings
    .filter(({ rank, control, tasks, of }) => (rank !== null || control) && tasks === of)
    .map(({ method, control }) => ({ method, control, goodness: sortedGoodness(table, sheets, method, sign) }));
  const ofRanked = lines.flatMap(({ control, goodness }) => (control ? [] : goodness.flatMap((task) => [...task])));
  const sorted = Float64Array.from(ofRanked).sort();
  if (new Set(sorted).size < 3) return null;
  // The worst twentieth would stretch the axis for the rest; an error starts at 0.
  const [worst, best] = [quantile(sorted, 0.05), sign < 0 ? Math.max(0, sorted.at(-1)!) : sorted.at(-1)!];
  if (worst === best) return null;
  const [low, high] = sign < 0 ? [-best, -worst] : [worst, best];
  const thresholds = Array.from({ length: steps + 1 }, (_, step) => low + ((high - low) * step) / steps);
  return {
    thresholds,
    lines: lines.map(({ method, control, goodness }) => {
      const share = thresholds.map((threshold) => meanShareAbove(goodness, sign * threshold));
      const trials = effectiveTrials(goodness.map(({ length }) => length));
      const bands = share.map((one) => wilsonOfShare(one, trials, analysis.level));
      return {
        method,
        control,
        share,
        low: bands.map((band) => band.low),
        high: bands.map((band) => band.high),
      };
    }),
  };
}

/** Per task the headline of every instance, signed so that more is better, in rising order. */
function sortedGoodness({ tasks }: Unresolved, sheets: Sheets, method: string, sign: number): Float64Array[] {
  const { headlines } = sheets.get(method)!;
  return tasks.map((task) =>
    headlines
      .get(task)!
      .perInstance.map((value) => sign * value)
      .sort(),
  );
}

function meanShareAbove(tasks: readonly Float64Array[], threshold: number): number {
  const sum = tasks.reduce((total, sorted) => total + countAbove(sorted, threshold) / sorted.length, 0);
  return sum / tasks.length;
}

/** How many values of a rising list are strictly greater. */
function countAbove(sorted: Float64Array, threshold: number): number {
  let [first, last] = [0, sorted.length];
  while (first < last) {
    const middle = (first + last) >>> 1;
    if (sorted[middle]! > threshold) last = middle;
    else first = middle + 1;
  }
  return sorted.length - first;
}

/** Instances of one task that would tell as much as these: T² / Σ 1/n where all tasks have the same share, and less than the truth elsewhere. */
function effectiveTrials(sizes: readonly number[]): number {
  return sizes.length ** 2 / sizes.reduce((sum, size) => sum + 1 / size, 0);
}
