import { allSections } from '../board-tables.ts';
import { boards } from '../board-text.ts';
import { claimCounts, claimQuestion } from '../claim-lines.ts';
import { diagnosticQuestion } from '../diagnostic-tables.ts';
import { type Notice, notices } from '../notices.ts';
import { countText } from '../number-text.ts';
import { howToRead, suiteText } from '../overview.ts';
import { pageScript } from '../page-script.ts';
import { scriptJson } from '../script-json.ts';
import type { Summary } from '../summary.ts';
import { type BoardView, boardView } from './board-view.ts';
import { type CasesView, caseViews } from './cases-view.ts';
import { type ClaimView, claimViews, type DiagnosticView, diagnosticViews } from './claim-view.ts';
import { type CoverageView, coverageViews } from './coverage-view.ts';
import { type DoctorView, doctorViews } from './doctor-view.ts';
import { type LawsView, lawsView } from './law-view.ts';
import { type LeadView, leadView } from './lead-view.ts';
import { type MethodView, methodViews } from './method-view.ts';
import { type ProvenanceView, provenanceView } from './provenance-view.ts';
import { type TaskView, taskViews } from './task-view.ts';

/** Everything `page.hbs` lays out. */
export type PageView = {
  readonly suite: string;
  readonly counts: readonly { readonly name: string; readonly count: string }[];
  readonly notices: readonly Notice[];
  readonly leads: readonly LeadView[];
  /** Boards without a table, and why. */
  readonly empty: readonly { readonly id: string; readonly title: string; readonly empty: string | null }[];
  readonly howToRead: string;
  readonly boards: readonly BoardView[];
  readonly claims: readonly ClaimView[];
  readonly claimQuestion: string;
  readonly claimCounts: string;
  readonly diagnostics: readonly DiagnosticView[];
  readonly diagnosticQuestion: string;
  readonly laws: LawsView;
  readonly cases: CasesView;
  readonly doctor: DoctorView;
  readonly methods: readonly MethodView[];
  readonly tasks: readonly TaskView[];
  /** The tables that the folds of the tasks draw, as JSON. */
  readonly pack: string;
  readonly coverage: readonly CoverageView[];
  readonly provenance: ProvenanceView;
  /** The one script of the page, and the content security policy that admits it alone. */
  readonly script: string;
  readonly policy: string;
};

export async function pageView(summary: Summary): Promise<PageView> {
  const { scored, skipped, failed, cells, expected } = summary.counts;
  const { tasks, pack } = taskViews(summary);
  const views = await Promise.all(boards.map((board) => boardView(summary, board)));
  return {
    suite: suiteText(summary),
    counts: [
      { name: 'cells expected', count: countText(expected) },
      { name: 'scored', count: countText(scored) },
      { name: 'skipped', count: countText(skipped) },
      { name: 'failed', count: countText(failed) },
      { name: 'missing', count: countText(expected - cells) },
    ],
    notices: notices(summary),
    leads: allSections(summary).flatMap(({ isHeadline, largest }) => (isHeadline ? [leadView(summary, largest)] : [])),
    howToRead,
    boards: views,
    empty: views.filter(({ empty }) => empty !== null),
    claims: claimViews(summary),
    claimQuestion,
    claimCounts: claimCounts(summary),
    diagnostics: diagnosticViews(summary),
    diagnosticQuestion,
    laws: lawsView(summary),
    cases: caseViews(summary),
    doctor: doctorViews(summary),
    methods: methodViews(summary),
    tasks,
    pack: scriptJson(pack),
    coverage: coverageViews(summary),
    provenance: provenanceView(summary),
    ...pageScript(),
  };
}
