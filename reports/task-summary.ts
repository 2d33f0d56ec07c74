import type { EpisodeRow } from '../harness/episode-row.ts';
import type { Manifest } from '../harness/manifest.ts';
import type { CellRow } from '../harness/row.ts';
import { addLabel, baselinesOf, type Labels } from './baselines.ts';
import { caseSample } from './case-sample.ts';
import { doctor } from './doctor.ts';
import { drawsOf } from './draws.ts';
import { type Entry, entriesOf } from './entries.ts';
import { addRow, emptyGroup, type Group } from './group.ts';
import { emptySlots, type Ordered } from './slots.ts';
import type { CoverageEntry, Summary } from './summary.ts';

/** Everything known of one task once its rows are read. */
export type TaskSummary = Pick<Summary, 'coverage' | 'baselines' | 'doctor' | 'cases'> & {
  readonly task: string;
  readonly groups: readonly Group[];
  readonly entries: readonly Entry[];
  readonly ordered: Ordered;
};

/** Collects the standing rows of one task, in any order. */
export function startTask(task: string, { suite }: Pick<Manifest, 'suite'>) {
  const groups = new Map<string, Group>();
  const slots = emptySlots();
  const labels: Labels = new Map();
  const absences: CellRow[] = [];
  const cases = caseSample(suite.salt, task);
  const examined = doctor();
  const take = (row: CellRow) => {
    const key = `${row.budget} ${row.method}`;
    let group = groups.get(key);
    if (group === undefined) groups.set(key, (group = emptyGroup(row)));
    addRow(group, row, slots.of(row.instance, row.seed));
  };
  return {
    add(row: CellRow) {
      if (row.instance === '*') return absences.push(row);
      take(row);
      if (row.status !== 'scored') return;
      addLabel(labels, row);
      cases.add(row);
      examined.add(row);
    },
    addEpisode(row: EpisodeRow) {
      cases.addEpisode(row);
      examined.addEpisode(row);
    },
    finish(): TaskSummary {
      // That a task was not there counts only while nothing of it has been run.
      if (groups.size === 0) for (const row of absences) take(row);
      const inOrder = [...groups.values()].toSorted(byBudgetThenMethod);
      const ordered = slots.order();
      const draws = drawsOf(suite.salt, task, suite.analysis);
      const targets = new Map(suite.methods.map(({ name, control, targets }) => [name, control ? [] : targets]));
      const controls = new Set(suite.methods.flatMap(({ name, control }) => (control ? [name] : [])));
      return {
        task,
        groups: inOrder,
        ordered,
        entries: inOrder.flatMap((group) =>
          entriesOf(group, targets.get(group.method) ?? [], ordered, draws, suite.analysis),
        ),
        coverage: inOrder.map(coverageOf),
        baselines: baselinesOf(task, labels),
        doctor: examined.entries(inOrder, controls, ordered),
        cases: cases.entries(),
      };
    },
  };
}

function byBudgetThenMethod(a: Group, b: Group): number {
  return JSON.stringify([a.budget, a.method]) < JSON.stringify([b.budget, b.method]) ? -1 : 1;
}

function coverageOf({ task, method, budget, counts, reasons }: Group): CoverageEntry {
  const sorted = [...reasons].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, reason]) => reason);
  return { task, method, budget, ...counts, reasons: sorted };
}
