import { type AnalysisPlan, hashOfPlan } from '../harness/analysis-plan.ts';
import type { DiagnosticRow } from '../harness/diagnostic-row.ts';
import { type Manifest, runsOf } from '../harness/manifest.ts';
import type { LawRow } from '../harness/row.ts';
import { boardsUnder } from './board-definitions.ts';
import { sheetStore } from './board-sheets.ts';
import { compareBudgets } from './board-tables.ts';
import { claimResults, knownMeasures } from './claims.ts';
import { boardTables } from './standings.ts';
import type { AnalysisOfRecord, CaseEntry, DiagnosticEntry, DoctorEntry, Summary } from './summary.ts';
import type { GroupFacts, TaskResult } from './task-result.ts';

/** What a reader asks for in the place of the declared plan. */
export type Instead = Partial<Pick<AnalysisPlan, 'missing'>>;

/** Puts a summary together task by task, in canonical order; of a task only what is printed or compared is kept. */
export function startSummary(given: Manifest, instead: Instead = {}) {
  const declared = inCanonicalOrder(given);
  const manifest = { ...declared, suite: { ...declared.suite, analysis: { ...declared.suite.analysis, ...instead } } };
  const { suite } = manifest;
  const definitions = boardsUnder(suite.analysis);
  const store = sheetStore(suite.analysis, suite.salt);
  const known = knownMeasures();
  const scores: Summary['scores'][number][] = [];
  const absent: Summary['absent'][number][] = [];
  const coverage: Summary['coverage'][number][] = [];
  const baselines: Summary['baselines'][number][] = [];
  const doctor: DoctorEntry[] = [];
  const cases: CaseEntry[] = [];
  const groups: GroupFacts[] = [];
  const laws: LawRow[] = [];
  const diagnostics: DiagnosticEntry[] = [];
  let stale = 0;
  return {
    /** The plan in it is the one that counts. */
    manifest,
    addStale(rows = 1) {
      stale += rows;
    },
    addOther(row: LawRow | DiagnosticRow) {
      if (row.kind === 'law') laws.push(row);
      else diagnostics.push(...entriesOfDiagnostic(row));
    },
    addTask(task: TaskResult) {
      scores.push(...task.scores);
      absent.push(...task.absent);
      coverage.push(...task.coverage);
      baselines.push(...task.baselines);
      doctor.push(...task.doctor);
      cases.push(...task.cases);
      groups.push(...task.groups);
      for (const one of task.claimed) known.add(one);
      for (const { entry, estimate } of task.lines)
        store.add(definitions.find(({ estimands }) => estimands.includes(entry.estimand))!, entry, estimate);
    },
    finish(): Summary {
      const inOrder = diagnostics.toSorted((a, b) => (diagnosticKeyOf(a) < diagnosticKeyOf(b) ? -1 : 1));
      return {
        schema: 1,
        counts: { ...countsOf(groups, manifest), stale },
        scores,
        absent,
        coverage,
        boards: boardTables(store, groups, manifest),
        baselines,
        laws: laws.toSorted((a, b) => (lawKey(a) < lawKey(b) ? -1 : 1)),
        diagnostics: inOrder,
        claims: claimResults(suite.claims, known, inOrder, suite),
        doctor,
        cases,
        analysis: analysisOf(declared, suite.analysis),
        manifest: declared,
      };
    },
  };
}

/** A report does not depend on the order in which methods, tasks and budgets were named. */
function inCanonicalOrder(manifest: Manifest): Manifest {
  const { suite } = manifest;
  return {
    ...manifest,
    suite: {
      ...suite,
      methods: suite.methods.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      tasks: suite.tasks.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      budgets: suite.budgets.toSorted(compareBudgets),
    },
  };
}

/** Runs that held another plan show; a folder from before plans were written down has none to compare. */
function analysisOf(manifest: Manifest, plan: AnalysisPlan): AnalysisOfRecord {
  const declared = manifest.suite.analysis;
  const hash = hashOfPlan(declared);
  const earlier = runsOf(manifest).flatMap((run, index) =>
    run.plan === undefined || run.plan === hash ? [] : [{ run: index + 1, hash: run.plan }],
  );
  const instead = plan.missing === declared.missing ? null : `missing: ${plan.missing}`;
  return { plan, hash, earlier, instead };
}

function entriesOfDiagnostic({ method, task, budget, lines }: DiagnosticRow): DiagnosticEntry[] {
  return lines.map((line) => ({ method, task, budget, ...line }));
}

function diagnosticKeyOf({ task, method, budget, role, name }: DiagnosticEntry): string {
  return JSON.stringify([task, method ?? '', budget ?? 0, role ?? '', name]);
}

function countsOf(groups: readonly GroupFacts[], { end, cells: planned }: Manifest): Omit<Summary['counts'], 'stale'> {
  const total = (status: 'scored' | 'skipped' | 'failed') =>
    groups.reduce((sum, { counts }) => sum + counts[status], 0);
  const [scored, skipped, failed] = [total('scored'), total('skipped'), total('failed')];
  const cells = scored + skipped + failed;
  return { scored, skipped, failed, cells, expected: end === undefined ? Math.max(cells, planned) : cells };
}

function lawKey({ method, law }: LawRow): string {
  return `${method} ${law}`;
}
