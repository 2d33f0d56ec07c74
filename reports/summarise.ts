import { type DiagnosticRow, effortOf } from '../harness/diagnostic-row.ts';
import type { Manifest } from '../harness/manifest.ts';
import { type CellRow, cellKey, codeOf, type LawRow, type Row } from '../harness/row.ts';
import { addLabel, baselinesOf, type Labels } from './baselines.ts';
import { claimResults } from './claims.ts';
import { entriesOf } from './entries.ts';
import { addRow, emptyGroup, type Group } from './group.ts';
import { drawsOf } from './resample.ts';
import { boardTables } from './standings.ts';
import type { CoverageEntry, DiagnosticEntry, Summary } from './summary.ts';

/** Every number of a report, from the standing rows of a journal (one per key) in any order. */
export async function summarise(rows: AsyncIterable<Row> | Iterable<Row>, manifest: Manifest): Promise<Summary> {
  const groups = new Map<string, Group>();
  const labels = new Map<string, Labels>();
  const laws: LawRow[] = [];
  const diagnostics: DiagnosticEntry[] = [];
  const absences: CellRow[] = [];
  const isStale = staleness(manifest);
  let stale = 0;
  for await (const row of rows) {
    if (isStale(row)) stale++;
    else if (row.kind === 'law') laws.push(row);
    else if (row.kind === 'diagnostic') diagnostics.push(...entriesOfDiagnostic(row));
    else if (row.instance === '*') absences.push(row);
    else take(row, groups, labels);
  }
  // That a task was not there counts only while nothing of it has been run.
  const present = new Set([...groups.values()].map(({ task }) => task));
  for (const row of absences) if (!present.has(row.task)) take(row, groups, labels);
  const ordered = [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  const targets = new Map(manifest.suite.methods.map((method) => [method.name, method.control ? [] : method.targets]));
  const draws = new Map(
    [...new Set(ordered.map(({ task }) => task))].map((task) => [task, drawsOf(manifest.suite.salt, task)]),
  );
  const entries = ordered.flatMap((group) => {
    return entriesOf(group, targets.get(group.method) ?? [], draws.get(group.task)!);
  });
  const inOrder = diagnostics.toSorted((a, b) => (diagnosticKeyOf(a) < diagnosticKeyOf(b) ? -1 : 1));
  return {
    schema: 1,
    counts: { ...countsOf(ordered, manifest), stale },
    scores: entries.flatMap((entry) => ('entry' in entry ? [entry.entry] : [])),
    absent: entries.flatMap((entry) => ('absent' in entry ? [entry.absent] : [])),
    coverage: ordered.map(coverageOf),
    boards: boardTables(entries, ordered, manifest),
    baselines: [...labels]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([task, known]) => baselinesOf(task, known)),
    laws: laws.toSorted((a, b) => (lawKey(a) < lawKey(b) ? -1 : 1)),
    diagnostics: inOrder,
    claims: claimResults(manifest.suite.claims, entries, inOrder, manifest.suite.salt),
    manifest,
  };
}

function entriesOfDiagnostic({ method, task, budget, lines }: DiagnosticRow): DiagnosticEntry[] {
  return lines.map((line) => ({ method, task, budget, ...line }));
}

function diagnosticKeyOf({ task, method, budget, role, name }: DiagnosticEntry): string {
  return JSON.stringify([task, method ?? '', budget ?? 0, role ?? '', name]);
}

/** Whether a row was made by another code, or of another version of its task, than the manifest names. */
function staleness({ suite }: Manifest): (row: Row) => boolean {
  const methods = new Map(suite.methods.map((method) => [method.name, method]));
  const tasks = new Map(suite.tasks.map((task) => [task.id, task]));
  return (row) => {
    if (row.kind === 'law') return methods.get(row.method)?.code !== row.code;
    const task = tasks.get(row.task);
    if (task?.version !== row.version) return true;
    if (row.kind === 'diagnostic' && !isSameEffort(row, suite.diagnostics)) return true;
    if (row.method === null) return task.code !== row.code;
    const method = methods.get(row.method);
    return method === undefined || codeOf(method, task) !== row.code;
  };
}

function isSameEffort({ effort }: DiagnosticRow, now: Manifest['suite']['diagnostics']): boolean {
  return now.some((settings) => JSON.stringify(effortOf(effort)) === JSON.stringify(effortOf(settings)));
}

function take(row: CellRow, groups: Map<string, Group>, labels: Map<string, Labels>): void {
  const key = cellKey({ ...row, instance: '', seed: 0 });
  const group = groups.get(key) ?? emptyGroup(row);
  groups.set(key, group);
  addRow(group, row);
  if (row.status !== 'scored') return;
  const known: Labels = labels.get(row.task) ?? new Map();
  labels.set(row.task, known);
  addLabel(known, row);
}

function coverageOf({ task, method, budget, counts, reasons }: Group): CoverageEntry {
  const sorted = [...reasons].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, reason]) => reason);
  return { task, method, budget, ...counts, reasons: sorted };
}

function countsOf(groups: readonly Group[], { end, cells: planned }: Manifest): Omit<Summary['counts'], 'stale'> {
  const total = (status: 'scored' | 'skipped' | 'failed') =>
    groups.reduce((sum, { counts }) => sum + counts[status], 0);
  const [scored, skipped, failed] = [total('scored'), total('skipped'), total('failed')];
  const cells = scored + skipped + failed;
  return { scored, skipped, failed, cells, expected: end === undefined ? Math.max(cells, planned) : cells };
}

function lawKey({ method, law }: LawRow): string {
  return `${method} ${law}`;
}
