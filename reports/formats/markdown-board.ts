import { type BoardSection, compareBudgets, instancesOf, metricsOf } from '../board-tables.ts';
import { estimandTexts } from '../board-text.ts';
import { metricText } from '../metric-text.ts';
import { budgetText, countText, intervalText, numberText } from '../number-text.ts';
import { standingGroups, whyUnranked } from '../standing-groups.ts';
import type { BoardTable, Measured, Standing, Summary } from '../summary.ts';
import { taskHeadlines } from '../task-headlines.ts';
import { markdownCode, markdownTable, markdownText } from './markdown-text.ts';

/** One estimand of a board: the table at the largest budget, the headline by budget, the headline by task. */
export function markdownSection(summary: Summary, { estimand, largest, smaller }: BoardSection): string {
  const tasks = largest.tasks.map(markdownCode).join(', ');
  const instances = countText(instancesOf(summary, largest));
  return [
    `### ${estimandTexts[estimand]}, ${budgetText(largest.budget)}`,
    `Mean over ${tasks}; ${instances} instances, 95 % intervals.`,
    fullTable(summary, largest),
    ...(smaller.length === 0 ? [] : [byBudget([largest, ...smaller])]),
    ...(largest.tasks.length < 2 ? [] : [byTask(summary, largest)]),
  ].join('\n\n');
}

function fullTable(summary: Summary, table: BoardTable): string {
  const metrics = metricsOf(table);
  return markdownTable(
    ['method', 'rank', ...metrics.map(heading), 'tasks complete', 'evaluator calls', 'messages', 'judge calls'],
    ordered(table).map((standing) => [
      [markdownCode(standing.method), ...remarks(summary, table, standing)].join(' '),
      standing.rank === null ? '–' : String(standing.rank),
      ...metrics.map((metric) => measuredText(standing.metrics[metric])),
      `${standing.tasks} of ${standing.of}`,
      ...(['evaluations', 'messages', 'judgements'] as const).map((key) => countText(standing.spent[key])),
    ]),
    1,
  );
}

function byBudget(tables: readonly BoardTable[]): string {
  const rising = tables.toSorted((a, b) => compareBudgets(a.budget, b.budget));
  const [largest] = tables;
  if (largest === undefined) return '';
  const methods = [...new Set(tables.flatMap((table) => ordered(table).map(({ method }) => method)))];
  return markdownTable(
    [`${heading(largest.headline)} by budget`, ...rising.map(({ budget }) => budgetText(budget))],
    methods.map((method) => [
      markdownCode(method),
      ...rising.map(({ standings, headline }) =>
        measuredText(standings.find((standing) => standing.method === method)?.metrics[headline]),
      ),
    ]),
    1,
  );
}

function byTask(summary: Summary, table: BoardTable): string {
  const columns = table.tasks.map((task) => taskHeadlines(summary, table, task));
  return markdownTable(
    [`${heading(table.headline)} by task`, ...table.tasks.map(markdownCode)],
    ordered(table).map(({ method }) => [
      markdownCode(method),
      ...columns.map((column) => measuredText(column.get(method))),
    ]),
    1,
  );
}

function ordered(table: BoardTable): Standing[] {
  const { ranked, shown, controls } = standingGroups(table);
  return [...ranked, ...shown, ...controls];
}

function remarks(summary: Summary, table: BoardTable, standing: Standing): string[] {
  if (standing.control) return ['(control)'];
  return [
    ...(standing.rank === null ? [`(${markdownText(whyUnranked(summary, table, standing))})`] : []),
    ...(standing.beatenBy === null ? [] : [`**⚑ does not beat ${markdownCode(standing.beatenBy)}**`]),
  ];
}

function heading(metric: string): string {
  const { label, arrow } = metricText(metric);
  return `${markdownText(label)}${arrow === '' ? '' : ` ${arrow}`}`;
}

function measuredText(measured: Measured | undefined): string {
  if (measured === undefined) return '–';
  const interval = intervalText(measured);
  return `${numberText(measured.value)}${interval === null ? '' : ` ${interval}`}`;
}
