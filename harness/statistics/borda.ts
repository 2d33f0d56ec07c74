import { ranksPerTask } from './ranks-per-task.ts';
import { type Undefined, undefinedFor } from './undefined.ts';

/** Borda points of each method, k − mid-rank summed over the tasks, of `scores[method][task]`, higher is better. Depends on the pool. Borda (1781), statistics.md §7. */
export function borda(scores: readonly ArrayLike<number>[]): number[] | Undefined {
  const tasks = ranksPerTask(scores);
  if (tasks.length === 0) return undefinedFor('no values');
  return scores.map((_, method) => tasks.reduce((sum, ranks) => sum + scores.length - ranks[method]!, 0));
}
