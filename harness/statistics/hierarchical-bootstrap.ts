import { type Bootstrap, type BootstrapOptions, bootstrap } from './bootstrap.ts';
import { expandInterval } from './expanded-interval.ts';
import { drawnOf, type ResamplingLevel, unitsOf } from './resampling-levels.ts';
import { checkScores, type PlainScores, type Scores } from './scores.ts';
import { isUndefined, type Undefined, undefinedFor } from './undefined.ts';

export type HierarchicalOptions = BootstrapOptions & {
  /** What is drawn with replacement, a level inside each unit of the one above: part of the claim. Instances where not given. */
  readonly levels?: readonly ResamplingLevel[];
  /** Stretch the ends for few units (see `expandInterval`); the standard error stays as it is. */
  readonly expanded?: boolean;
};

/**
 * The percentile interval of a statistic when tasks, instances or seeds are drawn anew. Undefined where a unit of the highest
 * drawn level stands alone, for its spread is unknown.
 * @param scores `scores[task][instance][seed]`; numbers of instances and seeds may differ; their order has no effect
 * @param statistic of scores of that form, in plain arrays; the order of instances and seeds, and of drawn tasks, must not matter to it
 * @throws RangeError for empty parts or infinite data, options out of range, or `exact: true` beyond the limit. Statistics.md §3.2–3.6
 */
export function hierarchicalBootstrap(
  scores: Scores,
  statistic: (scores: PlainScores) => number | Undefined,
  { levels = ['instances'], expanded = false, ...options }: HierarchicalOptions = {},
): (Bootstrap & { readonly expanded: boolean }) | Undefined {
  const drawn = drawnOf(levels);
  checkScores(scores);
  if (scores.length === 0) return undefinedFor('no values');
  const units = unitsOf(scores, drawn);
  if (units.counts.includes(1)) return undefinedFor(units.one);
  const found = bootstrap(scores, statistic, drawn, options);
  if (isUndefined(found)) return found;
  const { estimate, low, high } = found;
  if (!expanded || isUndefined(low) || isUndefined(high)) return { ...found, expanded };
  const stretched = expandInterval({ low, high }, estimate, units.counts, options.level ?? 0.95);
  return isUndefined(stretched) ? stretched : { ...found, ...stretched, expanded };
}
