import type { Scores } from './scores.ts';

/** What may be drawn with replacement: tasks, instances within their task, seeds within their instance. */
export type ResamplingLevel = 'tasks' | 'instances' | 'seeds';

/** Which levels are drawn; what is not drawn is kept as it is. */
export type Drawn = { readonly [Level in ResamplingLevel]: boolean };

/** @throws RangeError where no level is given, or one is unknown or given twice */
export function drawnOf(levels: readonly ResamplingLevel[]): Drawn {
  for (const level of levels)
    if (!known.includes(level)) throw new RangeError(`unknown level "${level}"; levels are ${known.join(', ')}`);
  if (levels.length === 0 || new Set(levels).size < levels.length)
    throw new RangeError(`levels are "${levels.join(', ')}"; expected at least one, each once`);
  return {
    tasks: levels.includes('tasks'),
    instances: levels.includes('instances'),
    seeds: levels.includes('seeds'),
  };
}

/** The units of the highest level that is drawn, whose spread an interval shows: their name, and how many there are per stratum. */
export function unitsOf(scores: Scores, drawn: Drawn): { readonly one: string; readonly counts: readonly number[] } {
  if (drawn.tasks) return { one: 'one task', counts: [scores.length] };
  if (drawn.instances) return { one: 'one instance in a task', counts: scores.map((task) => task.length) };
  return { one: 'one seed of an instance', counts: scores.flatMap((task) => task.map((seeds) => seeds.length)) };
}

const known: readonly ResamplingLevel[] = ['tasks', 'instances', 'seeds'];
