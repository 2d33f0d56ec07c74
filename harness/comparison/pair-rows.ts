import { CreditbenchError } from '../errors.ts';
import type { CellRow, ScoredRow } from '../row.ts';
import { sameTruth } from './same-truth.ts';

/** One cell that both methods were scored on. */
export type RowPair = { readonly first: ScoredRow; readonly second: ScoredRow };

/** Cells the first was scored on and the second was not: absent from its journal, or failed or skipped, with how often for which reason. */
export type Lost = {
  readonly missing: number;
  readonly failed: Readonly<Record<string, number>>;
  readonly skipped: Readonly<Record<string, number>>;
};

/** Two methods on one task at one budget. */
export type PairedRows = {
  readonly task: string;
  readonly budget: number | null;
  /** By instance, then seed. */
  readonly pairs: readonly RowPair[];
  readonly lost: Lost;
  /** Cells only the second was scored on. */
  readonly gained: number;
};

/** What the two sets of rows are called in errors, e.g. their files. */
export type SideNames = { readonly first: string; readonly second: string };

/**
 * The rows of one method beside those of another: the same task, version, instance, budget and seed, in canonical order. Only
 * what one of them was scored on is listed. @throws CreditbenchError `bad-usage` where a task has other versions, or an instance another truth
 */
export function pairRows(first: readonly CellRow[], second: readonly CellRow[], names: SideNames): PairedRows[] {
  refuseOtherVersions(first, second, names);
  const [ofFirst, ofSecond] = [byCell(first), byCell(second)];
  const groups = new Map<string, CellRow[]>();
  for (const row of new Map([...ofSecond, ...ofFirst]).values()) {
    const key = JSON.stringify([row.task, row.budget ?? Number.MAX_SAFE_INTEGER]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()]
    .toSorted(
      ([a], [b]) => order(a!.task, b!.task) || order(a!.budget ?? Infinity, b!.budget ?? Number.POSITIVE_INFINITY),
    )
    .map((cells) => pairGroup(cells.toSorted(inGroup), ofFirst, ofSecond, names))
    .filter(({ pairs, lost, gained }) => pairs.length > 0 || countOf(lost) > 0 || gained > 0);
}

/** All cells that were lost, for whatever reason. */
export function countOf({ missing, failed, skipped }: Lost): number {
  return [...Object.values(failed), ...Object.values(skipped)].reduce((sum, cells) => sum + cells, missing);
}

type ByCell = ReadonlyMap<string, CellRow>;

function pairGroup(cells: readonly CellRow[], ofFirst: ByCell, ofSecond: ByCell, names: SideNames): PairedRows {
  const pairs: RowPair[] = [];
  const [failed, skipped] = [new Map<string, number>(), new Map<string, number>()];
  let [missing, gained] = [0, 0];
  for (const cell of cells) {
    const [first, second] = [ofFirst.get(cellOf(cell)), ofSecond.get(cellOf(cell))];
    if (first?.status !== 'scored') {
      if (second?.status === 'scored') gained++;
    } else if (second === undefined) missing++;
    else if (second.status === 'scored') pairs.push(checked({ first, second }, names));
    else {
      const reasons = second.status === 'failed' ? failed : skipped;
      reasons.set(second.reason, (reasons.get(second.reason) ?? 0) + 1);
    }
  }
  const { task, budget } = cells[0]!;
  return { task, budget, pairs, lost: { missing, failed: sorted(failed), skipped: sorted(skipped) }, gained };
}

function checked(pair: RowPair, { first, second }: SideNames): RowPair {
  if (sameTruth(pair.first.truth, pair.second.truth)) return pair;
  const { task, instance, seed } = pair.first;
  throw new CreditbenchError(
    'bad-usage',
    `${second}: instance "${instance}" of ${task} at seed ${seed} has another truth than in ${first}; expected the same instance`,
  );
}

function refuseOtherVersions(first: readonly CellRow[], second: readonly CellRow[], names: SideNames): void {
  const ofSecond = versionsOf(second);
  for (const [task, versions] of versionsOf(first)) {
    const others = ofSecond.get(task);
    if (others !== undefined && listOf(others) !== listOf(versions))
      throw new CreditbenchError(
        'bad-usage',
        `task "${task}" is version ${listOf(versions)} in ${names.first} and version ${listOf(others)} in ${names.second}; expected the same version`,
      );
  }
}

function versionsOf(rows: readonly CellRow[]): Map<string, Set<number>> {
  const versions = new Map<string, Set<number>>();
  for (const { task, version } of rows) versions.set(task, (versions.get(task) ?? new Set()).add(version));
  return versions;
}

function listOf(versions: ReadonlySet<number>): string {
  return [...versions].toSorted((a, b) => a - b).join(' and ');
}

function byCell(rows: readonly CellRow[]): Map<string, CellRow> {
  return new Map(rows.map((row) => [cellOf(row), row]));
}

function cellOf({ task, version, instance, budget, seed }: CellRow): string {
  return JSON.stringify([task, version, instance, budget, seed]);
}

function inGroup(a: CellRow, b: CellRow): number {
  return order(a.version, b.version) || order(a.instance, b.instance) || order(a.seed, b.seed);
}

function order<Value extends string | number>(a: Value, b: Value): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Own properties whatever a reason is called, "constructor" too. */
function sorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].toSorted(([a], [b]) => order(a, b)));
}
