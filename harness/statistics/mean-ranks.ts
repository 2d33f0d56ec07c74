import { ranksPerTask } from './ranks-per-task.ts';
import { type Undefined, undefinedFor } from './undefined.ts';

/** Mean mid-rank of each method over the tasks, 1 = best, of `scores[method][task]`, higher is better. Depends on the pool. Statistics.md §7. */
export function meanRanks(scores: readonly ArrayLike<number>[]): number[] | Undefined {
  const tasks = ranksPerTask(scores);
  if (tasks.length === 0) return undefinedFor('no values');
  return scores.map((_, method) => tasks.reduce((sum, ranks) => sum + ranks[method]!, 0) / tasks.length);
}
