import { boardDefinitions } from '../board-definitions.ts';
import { compareBudgets } from '../board-tables.ts';
import { estimandTexts } from '../board-text.ts';
import { countText } from '../number-text.ts';
import type { AbsentEntry, ScoreEntry, Summary } from '../summary.ts';
import { taskAnchors } from './anchors.ts';
import { type BaselineView, baselineViews } from './baseline-view.ts';
import { type ScoreLinesView, scoreLinesView } from './score-lines-view.ts';
import { type ScorePack, scorePack } from './score-pack.ts';
import { type ScoreTableView, scoreTableView } from './score-table-view.ts';

/** A task, what is known about it, and every score on it. */
export type TaskView = {
  readonly anchor: string;
  readonly id: string;
  readonly title: string;
  readonly facts: readonly { readonly name: string; readonly text: string }[];
  readonly parts: readonly {
    readonly heading: string;
    /** Whole episodes at the largest budget; null where there are only scores by role. `table` is null in a large report. */
    readonly largest: {
      readonly title: string;
      readonly table: ScoreLinesView | null;
      readonly place: number | null;
    } | null;
    /** Drawn when they are opened, from the pack of all such tables: `place` is theirs there. */
    readonly folded: readonly { readonly id: string; readonly title: string; readonly place: number }[];
  }[];
  readonly baselines: readonly BaselineView[];
  readonly cells: string;
};

/** A report of more scores than these would be too large a page with even the tables of the largest budget laid out. */
const mostScores = 60_000;

/** Every task, and the tables that its folds draw. */
export function taskViews(summary: Summary): { readonly tasks: readonly TaskView[]; readonly pack: ScorePack } {
  const packed: ScoreTableView[] = [];
  const put = (table: ScoreTableView) => packed.push(table) - 1;
  const isLarge = summary.scores.length > mostScores;
  const anchors = taskAnchors(summary);
  const baselines = baselineViews(summary);
  const entries = byTask([...summary.scores, ...summary.absent]);
  const tasks = summary.manifest.suite.tasks.map((task) => {
    const { id, title, version, truth, estimands, offers, unavailable } = task;
    const coverage = summary.coverage.filter((entry) => entry.task === id);
    const sum = (key: 'scored' | 'skipped' | 'failed') =>
      countText(coverage.reduce((total, entry) => total + entry[key], 0));
    return {
      anchor: anchors.get(id) ?? '',
      id,
      title,
      facts: [
        { name: 'Version', text: String(version) },
        { name: 'Truth', text: truth },
        { name: 'Null', text: task.null },
        ...(task.blame === null ? [] : [{ name: 'First error', text: task.blame }]),
        { name: 'Estimands', text: estimands.map((estimand) => estimandTexts[estimand]).join(', ') },
        { name: 'Probes offered', text: offers.length === 0 ? 'none' : offers.join(', ') },
        ...(unavailable === null ? [] : [{ name: 'Not available', text: unavailable }]),
      ],
      parts: partsOf(summary, entries.get(id) ?? []).map(({ heading, tables }) => {
        const largest = tables.find(({ byRole }) => !byRole) ?? null;
        const rest = tables.filter((table) => table !== largest);
        return {
          heading,
          largest:
            largest === null
              ? null
              : {
                  title: largest.title,
                  table: isLarge ? null : scoreLinesView(largest),
                  place: isLarge ? put(largest) : null,
                },
          folded: rest.map((table) => ({ id: `fold-${table.id}`, title: table.title, place: put(table) })),
        };
      }),
      baselines: baselines.filter((baseline) => baseline.task === id),
      cells: `${sum('scored')} scored, ${sum('skipped')} skipped, ${sum('failed')} failed`,
    };
  });
  return { tasks, pack: scorePack(summary, packed) };
}

type Entry = ScoreEntry | AbsentEntry;

function byTask(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    const own = found.get(entry.task);
    if (own === undefined) found.set(entry.task, [entry]);
    else own.push(entry);
  }
  return found;
}

function partsOf(summary: Summary, entries: readonly Entry[]): { heading: string; tables: ScoreTableView[] }[] {
  const parts = boardDefinitions.flatMap(({ board, estimands }) => estimands.map((estimand) => ({ board, estimand })));
  const budgets = [...new Set(entries.map(({ budget }) => budget))].toSorted((a, b) => compareBudgets(b, a));
  return parts
    .map(({ board, estimand }) => ({
      heading: estimandTexts[estimand],
      tables: budgets.flatMap((budget) =>
        [false, true].flatMap((byRole) => scoreTableView(summary, entries, { board, estimand, budget }, byRole) ?? []),
      ),
    }))
    .filter(({ tables }) => tables.length > 0);
}
