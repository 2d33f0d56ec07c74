import { boardOf } from './board-definitions.ts';
import type { Group, Series } from './group.ts';
import { type Draws, type Estimate, estimate, intervalOf } from './resample.ts';
import type { AbsentEntry, ScoreEntry, Slice } from './summary.ts';

/** One line of the summary with what a board needs to average it over tasks. */
export type Entry = { readonly entry: ScoreEntry; readonly estimate: Estimate } | { readonly absent: AbsentEntry };

/** Every metric of one group, in canonical order. */
export function entriesOf(group: Group, targets: readonly string[], draws: Draws): Entry[] {
  const series = [...group.series].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  return series.map((one): Entry => {
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
    const found = estimate(one, draws);
    if (typeof found.value === 'string') return { absent: { ...about, reason: found.value } };
    const entry: ScoreEntry = {
      ...about,
      ranked: targets.includes(one.estimand),
      value: found.value,
      ...intervalOf(found.replicates),
      instances: found.instances,
      seeds: group.seeds.size,
      undefined: [...one.undefinedFor.values()].reduce((sum, times) => sum + times, 0),
    };
    return { entry, estimate: found };
  });
}

function sliceOf({ estimand, slice }: Series, headlineEstimand: string): Slice {
  return slice === null && estimand !== headlineEstimand ? { estimand } : slice;
}
