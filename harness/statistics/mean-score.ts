import { compensatedMean } from './compensated-sum.ts';
import { checkScores, type Scores } from './scores.ts';
import { type Undefined, undefinedFor } from './undefined.ts';

/** The mean over tasks of the mean over instances of the mean over seeds: tasks weigh the same whatever their size. statistics.md §2 */
export function meanScore(scores: Scores): number | Undefined {
  checkScores(scores);
  return scores.length === 0 ? undefinedFor('no values') : meanOfTasks(scores);
}

/** The same of scores that were checked before: at least one task, no empty parts. */
export function meanOfTasks(scores: Scores): number {
  return compensatedMean(scores.map((task) => compensatedMean(task.map(compensatedMean))));
}
