import type { AnalysisPlan } from '../harness/analysis-plan.ts';
import { expandInterval } from '../harness/statistics/expanded-interval.ts';
import { quantileOf } from '../harness/statistics/quantile-of.ts';
import { isUndefined } from '../harness/statistics/undefined.ts';

export type Interval = { readonly low: number | null; readonly high: number | null };
const none: Interval = { low: null, high: null };

/** With more resamples undefined than this, the rest would be a selection and no interval is given. */
const mostUndefined = 0.05;
/** Below so many instances in a task the percentile interval is too narrow and is expanded: statistics.md §3.6. */
export const fewUnits = 50;

/**
 * Percentile interval (type-7 quantiles) of replicates around `value`, stretched where a task has few instances; NaN marks a
 * resample on which the statistic is undefined. Efron (1979); Hesterberg (2015). @param units instances per task @param noise what
 * the error of a sampled truth adds to each replicate
 */
export function intervalOf(
  replicates: Float64Array | undefined,
  value: number,
  units: readonly number[],
  { level, levels }: Pick<AnalysisPlan, 'level' | 'levels'>,
  noise?: Float64Array,
): Interval {
  if (replicates === undefined) return none;
  // Seeds alone within fixed instances: statistics.md keeps that interval plain.
  const stretch = levels.some((unit) => unit !== 'seeds') ? stretchOf(units, level) : 1;
  if (stretch === 1 && noise === undefined) return percentiles(replicates, level);
  const stretched = new Float64Array(replicates.length);
  for (let resample = 0; resample < stretched.length; resample++)
    stretched[resample] =
      value + stretch * (replicates[resample]! - value) + (noise === undefined ? 0 : noise[resample]!);
  return percentiles(stretched, level);
}

/** The plain percentile interval of replicates; nulls where too many of them are undefined (NaN). */
export function percentiles(replicates: Float64Array, level: number): Interval {
  const scratch = new Float64Array(replicates.length);
  let size = 0;
  for (let place = 0; place < replicates.length; place++) {
    const drawn = replicates[place]!;
    if (!Number.isNaN(drawn)) scratch[size++] = drawn;
  }
  if (size < (1 - mostUndefined) * replicates.length) return none;
  const defined = scratch.subarray(0, size);
  return { low: quantileOf(defined, (1 - level) / 2), high: quantileOf(defined, (1 + level) / 2) };
}

/** Of every few sets of units there are thousands of intervals. */
const stretches = new Map<string, number>();

/** By how much an interval over so few instances is too narrow; 1 where no task has few. */
function stretchOf(units: readonly number[], level: number): number {
  const several = units.filter((count) => count > 1);
  if (!several.some((count) => count < fewUnits)) return 1;
  const key = `${level} ${several.join(' ')}`;
  const known = stretches.get(key);
  if (known !== undefined) return known;
  const unit = expandInterval({ low: -1, high: 1 }, 0, several, level);
  const stretch = isUndefined(unit) ? 1 : unit.high;
  stretches.set(key, stretch);
  return stretch;
}
