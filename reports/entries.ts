import type { AnalysisPlan } from '../harness/analysis-plan.ts';
import { boardOf } from './board-definitions.ts';
import type { Draws } from './draws.ts';
import { type Estimate, estimates } from './estimate.ts';
import type { Group, Series } from './group.ts';
import { intervalOf } from './interval.ts';
import type { Ordered } from './slots.ts';
import type { AbsentEntry, ScoreEntry, Slice } from './summary.ts';

/** One line of the summary with what boards and claims need of it. */
export type Entry =
  | { readonly entry: ScoreEntry; readonly estimate: Estimate; readonly series: Series }
  | { readonly absent: AbsentEntry };

/** Every metric of one group, in canonical order. */
export function entriesOf(
  group: Group,
  targets: readonly string[],
  ordered: Ordered,
  draws: Draws,
  plan: AnalysisPlan,
): Entry[] {
  const series = [...group.series].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  const found = estimates(series, ordered, draws);
  return series.map((one, index): Entry => {
    const estimate = found[index]!;
    const { board, headlineEstimand } = boardOf(one.estimand);
    const about = {
      board,
      task: group.task,
      method: group.method,
      budget: group.budget,
      metric: one.metric,
      slice: sliceOf(one, headlineEstimand),
      estimand: one.estimand,
      ...group.counts,
    };
    const { value } = estimate;
    if (typeof value === 'string') return { absent: { ...about, reason: value } };
    const entry: ScoreEntry = {
      ...about,
      ranked: targets.includes(one.estimand),
      value,
      ...intervalOf(estimate.replicates, value, [estimate.instances.length], plan, estimate.noise),
      instances: estimate.instances.length,
      seeds: group.seeds.size,
      undefined: [...one.undefinedFor.values()].reduce((sum, times) => sum + times, 0),
    };
    return { entry, estimate, series: one };
  });
}

function sliceOf({ estimand, slice }: Series, headlineEstimand: string): Slice {
  return slice === null && estimand !== headlineEstimand ? { estimand } : slice;
}
