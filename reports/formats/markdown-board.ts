import { type BoardSection, compareBudgets, metricsOf } from '../board-tables.ts';
import { estimandTexts } from '../board-text.ts';
import { measuredText } from '../measured-text.ts';
import { metricText } from '../metric-text.ts';
import { budgetText, countText, numberText } from '../number-text.ts';
import { planSentences } from '../plan-words.ts';
import { rankIntervalText, tiedRanks } from '../rank-text.ts';
import { standingGroups, whyUnranked } from '../standing-groups.ts';
import type { BoardTable, Measured, Standing, Summary } from '../summary.ts';
import { taskHeadlines } from '../task-headlines.ts';
import { verdictParts } from '../verdict-text.ts';
import { markdownCode, markdownFold, markdownTable, markdownText } from './markdown-text.ts';

/** One estimand of a board at its largest budget: what to conclude, the table, and folded, the same by budget and by task. */
export function markdownSection(summary: Summary, { estimand, isHeadline, largest, smaller }: BoardSection): string {
  const title = `${estimandTexts[estimand]}, ${budgetText(largest.budget)}`;
  const body = [
    mainTable(summary, largest),
    markdownFold('Other metrics, budgets and tasks, and how it was compared', [
      otherMetrics(largest),
      ...(smaller.length === 0 ? [] : [byBudget([largest, ...smaller])]),
      largest.tasks.length < 2 ? `Task: ${largest.tasks.map(markdownCode).join()}.` : byTask(summary, largest),
      planSentences(summary, largest).map(markdownText).join(' '),
    ]),
  ];
  return isHeadline
    ? [`### ${title}`, `**${verdict(largest)}**`, ...body].join('\n\n')
    : markdownFold(`${title} (beside the headline)`, [verdict(largest), ...body]);
}

function verdict(table: BoardTable): string {
  return verdictParts(table)
    .map((part) => ('text' in part ? markdownText(part.text) : markdownCode(part.method)))
    .join('');
}

/** What ranks, with the whole leading group in bold. */
function mainTable(summary: Summary, table: BoardTable): string {
  const ranks = tiedRanks(table);
  return markdownTable(
    ['method', 'rank', 'may be', heading(table.headline), 'P(best)', 'tasks complete', 'evaluator calls'],
    ordered(table).map((standing) => {
      const { method, group, rankInterval, probabilityBest, metrics, tasks, of, spent } = standing;
      const bold = (text: string) => (group === 1 ? `**${text}**` : text);
      return [
        [markdownCode(method), ...remarks(summary, table, standing)].join(' '),
        bold(ranks.get(method)?.text ?? '–'),
        rankInterval === null ? '–' : rankIntervalText(rankInterval),
        bold(cell(metrics[table.headline])),
        probabilityBest === null ? '–' : numberText(probabilityBest),
        `${tasks} of ${of}`,
        countText(spent.evaluations),
      ];
    }),
    1,
  );
}

function otherMetrics(table: BoardTable): string {
  const others = metricsOf(table).slice(1);
  return markdownTable(
    ['method', ...others.map(heading), 'messages', 'judge calls'],
    ordered(table).map(({ method, metrics, spent }) => [
      markdownCode(method),
      ...others.map((metric) => cell(metrics[metric])),
      ...(['messages', 'judgements'] as const).map((key) => countText(spent[key])),
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
        cell(standings.find((standing) => standing.method === method)?.metrics[headline]),
      ),
    ]),
    1,
  );
}

/** Without intervals, which the page and the CSV file hold: a comment on a pull request has a limit. */
function byTask(summary: Summary, table: BoardTable): string {
  const methods = ordered(table).map(({ method }) => method);
  return markdownTable(
    [`${heading(table.headline)} by task`, ...methods.map(markdownCode)],
    table.tasks.map((task) => {
      const found = taskHeadlines(summary, table, task);
      return [
        markdownCode(task),
        ...methods.map((method) => {
          const measured = found.get(method);
          return measured === undefined ? '–' : numberText(measured.value);
        }),
      ];
    }),
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

function cell(measured: Measured | undefined): string {
  return measured === undefined ? '–' : measuredText(measured);
}
