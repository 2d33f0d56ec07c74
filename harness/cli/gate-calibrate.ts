import { countAlarm, type Replay } from '../comparison/count-alarms.ts';
import { type FalseAlarmRate, falseAlarmRate } from '../comparison/false-alarm-rate.ts';
import { mostInstances } from '../comparison/most-instances.ts';
import type { Side } from '../comparison/read-side.ts';
import type { GatedMethod, GateSettings } from '../comparison/regression-lines.ts';
import { sameTruth } from '../comparison/same-truth.ts';
import { splitSeeds } from '../comparison/split-seeds.ts';
import { type Cell, cellsOf } from '../plan.ts';
import { randomOf } from '../random.ts';
import { type CellRow, cellKey } from '../row.ts';
import { runOne } from '../run-one.ts';
import { loadAgain } from './gate-load.ts';

/** How often the gate calls a method worse than itself. */
export type Calibration = {
  /** Halves of the seeds of each instance in the journal, or every cell run again with fresh noise and method randomness. */
  readonly by: 'seed halves' | 'runs';
  /** Comparisons in each replay. */
  readonly comparisons: number;
  /** Replays in which any number differed; where none did there is no noise, and no false alarm is possible. */
  readonly differing: number;
  /** At the margins of the gate. */
  readonly rate: FalseAlarmRate;
  /** With hardly any margin, where an identical pair is at the edge of what passes. */
  readonly rateWithoutMargin: FalseAlarmRate;
};

/** The baseline against itself with disjoint seeds, `replays` times, or why that cannot be had. */
export async function calibrate(
  side: Side,
  methods: readonly GatedMethod[],
  settings: GateSettings,
  replays: number,
  onReplay: (done: number) => void,
): Promise<Calibration | { readonly reason: string }> {
  const halves = (replay: number, { baseline }: GatedMethod) =>
    splitSeeds(baseline, randomOf('gate calibrate', replay));
  const hasSeeds = methods.every((method) => coversAll(halves(0, method).first, method.baseline));
  const cells = hasSeeds ? undefined : await cellsAgain(side, methods);
  if (cells !== undefined && 'reason' in cells) return cells;
  const counted: Replay[] = [];
  for (let replay = 0; replay < replays; replay++) {
    const pairs: GatedMethod[] = [];
    for (const method of methods) {
      const { first, second } =
        cells === undefined ? halves(replay, method) : await runTwice(cells.get(method.method), replay);
      pairs.push({ ...method, baseline: first, candidate: second });
    }
    counted.push(countAlarm(pairs, settings));
    onReplay(replay + 1);
  }
  if (counted[0]!.lines === 0) return { reason: 'the baseline has no value of what has a margin' };
  const count = (has: (replay: Replay) => boolean) => counted.filter(has).length;
  return {
    by: hasSeeds ? 'seed halves' : 'runs',
    comparisons: counted[0]!.lines,
    differing: count(({ differs }) => differs),
    rate: falseAlarmRate(
      count(({ alarm }) => alarm),
      replays,
      settings.alpha,
    ),
    rateWithoutMargin: falseAlarmRate(
      count(({ alarmWithoutMargin }) => alarmWithoutMargin),
      replays,
      settings.alpha,
    ),
  };
}

/** Whether every instance that was scored is in the halves. */
function coversAll(half: readonly CellRow[], rows: readonly CellRow[]): boolean {
  const name = ({ task, budget, instance }: CellRow) => JSON.stringify([task, budget, instance]);
  const covered = new Set(half.map(name));
  return rows.every((row) => row.status !== 'scored' || covered.has(name(row)));
}

type Again = { readonly cell: Cell; readonly salt: string };

/** The scored cells of every method, ready to be run again, or why they are not. */
async function cellsAgain(
  side: Side,
  methods: readonly GatedMethod[],
): Promise<Map<string, Again[]> | { readonly reason: string }> {
  const cells = new Map<string, Again[]>();
  const salt = side.manifest?.suite.salt ?? 'creditbench';
  for (const { method, baseline } of methods) {
    const rows = new Map(baseline.flatMap((row) => (row.status === 'scored' ? [[cellKey(row), row] as const] : [])));
    if (rows.size === 0) continue;
    const loaded = await loadAgain(side, [...rows.values()]);
    if ('reason' in loaded)
      return { reason: `instances have one seed each, and ${method} cannot be run again: ${loaded.reason}` };
    const found: Again[] = [];
    const all = [...rows.values()];
    const suite = {
      methods: [loaded.method],
      tasks: loaded.tasks,
      budgets: [...new Set(all.map(({ budget }) => budget))],
      seeds: 1 + all.reduce((most, { seed }) => Math.max(most, seed), 0),
      instances: Math.max(side.manifest?.suite.instances ?? 1, mostInstances(all)),
      laws: 0,
      diagnostics: [],
      claims: [],
      salt,
    };
    for (const cell of cellsOf(suite)) {
      const row = rows.get(
        cellKey({
          method: loaded.method.name,
          task: cell.task.task.id,
          version: cell.task.task.version,
          instance: cell.name,
          budget: cell.budget,
          seed: cell.seed,
        }),
      );
      if (row === undefined) continue;
      const again = await runOne(cell, salt);
      if (again.status !== 'scored' || !sameTruth(again.truth, row.truth))
        return {
          reason: `instance "${row.instance}" of ${row.task} is another one here; was it run with another salt?`,
        };
      found.push({ cell, salt });
    }
    if (found.length < rows.size)
      return {
        reason: `${rows.size - found.length} cells of ${method} have no instance here; were they run with another salt?`,
      };
    cells.set(method, found);
  }
  return cells;
}

/** The same cells twice, each time with noise and method randomness of their own. */
async function runTwice(
  cells: readonly Again[] | undefined,
  replay: number,
): Promise<{ first: CellRow[]; second: CellRow[] }> {
  const sides = { first: [] as CellRow[], second: [] as CellRow[] };
  for (const { cell, salt } of cells ?? []) {
    sides.first.push(await runOne(cell, `${salt} replay ${replay} first`));
    sides.second.push(await runOne(cell, `${salt} replay ${replay} second`));
  }
  return sides;
}
