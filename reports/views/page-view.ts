import { boards } from '../board-text.ts';
import { claimCounts, claimQuestion } from '../claim-lines.ts';
import { diagnosticQuestion } from '../diagnostic-tables.ts';
import { countText } from '../number-text.ts';
import { howToRead, suiteText, warningAdvice, warnings } from '../overview.ts';
import { type Fact, provenanceFacts } from '../provenance.ts';
import { rerunCommands } from '../rerun-command.ts';
import type { Summary } from '../summary.ts';
import { type BoardView, boardView } from './board-view.ts';
import { type ClaimView, claimViews, type DiagnosticView, diagnosticViews } from './claim-view.ts';
import { type CoverageView, coverageViews } from './coverage-view.ts';
import { type LawsView, lawsView } from './law-view.ts';
import { type MethodView, methodViews } from './method-view.ts';
import { type TaskView, taskViews } from './task-view.ts';

/** Everything `page.hbs` lays out. */
export type PageView = {
  readonly suite: string;
  readonly counts: readonly { readonly name: string; readonly count: string }[];
  readonly warnings: readonly string[];
  readonly advice: string;
  readonly howToRead: string;
  readonly boards: readonly BoardView[];
  readonly claims: readonly ClaimView[];
  readonly claimQuestion: string;
  readonly claimCounts: string;
  readonly diagnostics: readonly DiagnosticView[];
  readonly diagnosticQuestion: string;
  readonly laws: LawsView;
  readonly methods: readonly MethodView[];
  readonly tasks: readonly TaskView[];
  readonly coverage: readonly CoverageView[];
  readonly facts: readonly Fact[];
  readonly commands: string;
};

export async function pageView(summary: Summary): Promise<PageView> {
  const { scored, skipped, failed, cells, expected } = summary.counts;
  return {
    suite: suiteText(summary),
    counts: [
      { name: 'cells expected', count: countText(expected) },
      { name: 'scored', count: countText(scored) },
      { name: 'skipped', count: countText(skipped) },
      { name: 'failed', count: countText(failed) },
      { name: 'missing', count: countText(expected - cells) },
    ],
    warnings: warnings(summary),
    advice: warningAdvice,
    howToRead,
    boards: await Promise.all(boards.map((board) => boardView(summary, board))),
    claims: claimViews(summary),
    claimQuestion,
    claimCounts: claimCounts(summary),
    diagnostics: diagnosticViews(summary),
    diagnosticQuestion,
    laws: lawsView(summary),
    methods: methodViews(summary),
    tasks: taskViews(summary),
    coverage: coverageViews(summary),
    facts: provenanceFacts(summary),
    commands: rerunCommands(summary.manifest).join('\n'),
  };
}
