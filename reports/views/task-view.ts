import { boardDefinitions } from '../board-definitions.ts';
import { compareBudgets } from '../board-tables.ts';
import { estimandTexts } from '../board-text.ts';
import { countText } from '../number-text.ts';
import type { AbsentEntry, ScoreEntry, Summary } from '../summary.ts';
import { taskAnchors } from './anchors.ts';
import { type BaselineView, baselineViews } from './baseline-view.ts';
import { type ScoreTableView, scoreTableView } from './score-table-view.ts';

/** A task, what is known about it, and every score on it. */
export type TaskView = {
  readonly anchor: string;
  readonly id: string;
  readonly title: string;
  readonly facts: readonly { readonly name: string; readonly text: string }[];
  readonly parts: readonly { readonly heading: string; readonly tables: readonly ScoreTableView[] }[];
  readonly baselines: readonly BaselineView[];
  readonly cells: string;
};

export function taskViews(summary: Summary): TaskView[] {
  const anchors = taskAnchors(summary);
  const baselines = baselineViews(summary);
  return summary.manifest.suite.tasks.map((task) => {
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
      parts: partsOf(summary, id),
      baselines: baselines.filter((baseline) => baseline.task === id),
      cells: `${sum('scored')} scored, ${sum('skipped')} skipped, ${sum('failed')} failed`,
    };
  });
}

function partsOf(summary: Summary, task: string): TaskView['parts'] {
  const entries: (ScoreEntry | AbsentEntry)[] = [...summary.scores, ...summary.absent].filter(
    (entry) => entry.task === task,
  );
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
