import { checkMagnitude } from './check-values.ts';
import { compensatedSum } from './compensated-sum.ts';
import { type Undefined, undefinedFor } from './undefined.ts';

/**
 * Evaluations spent per success: those of all runs, failed ones at the budget they burned, over the number that reached the target.
 * @param evaluations per run, at least 0 @param reached per run. Hansen et al. (2022), aRT; statistics.md §2
 */
export function aggregateRunTime(evaluations: ArrayLike<number>, reached: readonly boolean[]): number | Undefined {
  if (evaluations.length !== reached.length)
    throw new RangeError(
      `${evaluations.length} runs with evaluations and ${reached.length} with an end; expected as many of both`,
    );
  for (let run = 0; run < evaluations.length; run++)
    checkMagnitude(evaluations[run]!, `the number of evaluations of run ${run}`);
  if (reached.length === 0) return undefinedFor('no values');
  const successes = reached.filter(Boolean).length;
  return successes === 0 ? undefinedFor('target never reached') : compensatedSum(evaluations) / successes;
}
