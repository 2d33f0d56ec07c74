import type { Estimand } from '../../../harness/contract.ts';
import { type BoardDefinition, boardsUnder } from '../../board-definitions.ts';
import type { Summary } from '../../summary.ts';

/** The board of an estimand with the metric that ranks it under the summary's own plan. */
export function headlineOf({ manifest }: Pick<Summary, 'manifest'>, estimand: Estimand): BoardDefinition {
  // Every estimand is of one board.
  return boardsUnder(manifest.suite.analysis).find(({ estimands }) => estimands.includes(estimand))!;
}
