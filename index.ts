import { catalogs } from './harness/cli/catalogs.ts';
import { resolveSuite } from './harness/resolve-suite.ts';
import { type RunSettings, runSuite } from './harness/run.ts';
import type { Suite } from './harness/suite.ts';
import type { RunOutcome } from './harness/tally.ts';
import type { Summary } from './reports/summary.ts';
import { writeReport } from './reports/write-report.ts';
import { lawSubjects } from './tasks/law-subjects.ts';

export { z } from 'zod';
export type { AnalysisPlan } from './harness/analysis-plan.ts';
export * from './harness/coalitions.ts';
export type * from './harness/contract.ts';
export { type AnyMethod, defineMethod, defineSuite, defineTask } from './harness/define.ts';
export type { EpisodeRow } from './harness/episode-row.ts';
export { CreditbenchError, type ErrorCode } from './harness/errors.ts';
export type { Random } from './harness/random.ts';
export type { CellRow, LawRow, Row } from './harness/row.ts';
export type { Suite } from './harness/suite.ts';
export type { Progress, RunOutcome } from './harness/tally.ts';
export type { Summary } from './reports/summary.ts';

/** Runs what a folder's journal lacks of a suite and writes the report, like `creditbench run`. @throws CreditbenchError on bad input */
export async function run(
  suite: Suite,
  settings: Omit<RunSettings, 'folder' | 'subjects'> & { readonly out: string },
): Promise<{ readonly outcome: RunOutcome; readonly summary: Summary }> {
  const { out, ...rest } = settings;
  const resolved = await resolveSuite(suite, catalogs);
  const outcome = await runSuite(resolved, { ...rest, folder: out, subjects: lawSubjects });
  const { summary } = await writeReport(out);
  return { outcome, summary };
}
