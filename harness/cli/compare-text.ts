import { markdownCode, markdownTable, markdownText } from '../../reports/formats/markdown-text.ts';
import { budgetText, intervalText, numberText, plural } from '../../reports/number-text.ts';
import type { MethodComparison, Uncompared } from '../comparison/compare-methods.ts';
import { headlineEstimands } from '../comparison/headline.ts';
import { columns } from './output.ts';
import { printable } from './printable.ts';

/** Everything `compare` found and how: what every format prints. */
export type CompareReport = {
  readonly first: string;
  readonly second: string;
  readonly alpha: number;
  readonly level: number;
  readonly power: number;
  readonly test: string;
  readonly zeros: string;
  readonly comparisons: readonly MethodComparison[];
  readonly uncompared: readonly Uncompared[];
};

const heads = ['task', 'verdict', 'first', 'second', 'difference', 'interval', 'p', 'Holm', 'n', 'won'] as const;
const wordColumns = 2;

/** The comparisons for a terminal: one table per pair of methods, metric and budget. */
export function compareText(report: CompareReport): string {
  const right = heads.map((_, place) => place).slice(wordColumns);
  return [
    ...tablesOf(report).map(
      ({ title, rows }) => `${printable(title)}\n${columns([heads, ...rows.map((row) => row.map(printable))], right)}`,
    ),
    ...(report.uncompared.length > 0
      ? [report.uncompared.map((one) => `note: ${printable(uncomparedWords(one))}`).join('\n')]
      : []),
    report.comparisons.length > 0 ? howWords(report) : 'nothing could be paired',
  ].join('\n\n');
}

/** The same as Markdown; every name and reason stays text. */
export function compareMarkdown(report: CompareReport): string {
  return [
    ...tablesOf(report).flatMap(({ title, rows }) => [
      `**${markdownText(title)}**`,
      markdownTable(
        heads,
        rows.map((row) => row.map((cell, place) => (place === 0 ? markdownCode(cell) : markdownText(cell)))),
        wordColumns,
      ),
    ]),
    ...(report.uncompared.length > 0
      ? [report.uncompared.map((one) => `- ${markdownText(uncomparedWords(one))}`).join('\n')]
      : []),
    markdownText(report.comparisons.length > 0 ? howWords(report) : 'nothing could be paired'),
  ].join('\n\n');
}

function tablesOf({ comparisons }: CompareReport): { title: string; rows: string[][] }[] {
  const tables = new Map<string, { title: string; rows: string[][] }>();
  for (const comparison of comparisons) {
    const { first, second, estimand, metric, budget } = comparison;
    const what = headlineEstimands.includes(estimand) ? metric : `${metric} (${estimand})`;
    const title = `${first} against ${second}: ${what}, ${budgetText(budget)}`;
    const table = tables.get(title) ?? { title, rows: [] };
    tables.set(title, table);
    table.rows.push(cellsOf(comparison));
  }
  return [...tables.values()];
}

function cellsOf(comparison: MethodComparison): string[] {
  const { task, tasks, firstMean, secondMean, difference, instances, p, adjustedP, won } = comparison;
  const known = (value: number | null) => (value === null ? '–' : numberText(value));
  return [
    task ?? `all ${tasks} tasks`,
    verdictWords(comparison),
    numberText(firstMean),
    numberText(secondMean),
    numberText(difference),
    intervalText(comparison) ?? '–',
    known(p),
    task === null ? '–' : known(adjustedP),
    String(instances),
    won === null ? '–' : `${Math.round(100 * won)} %`,
  ];
}

function verdictWords({ verdict, more }: MethodComparison): string {
  const further = more !== null && more > 0 ? `; ${plural(more, 'more instance')} would separate` : '';
  const words = {
    first: 'first is better',
    second: 'second is better',
    tied: 'tied on every instance',
    undecided: `undecided${further}`,
    'cannot be significant': `cannot be significant at this n${further}`,
  };
  return words[verdict];
}

function uncomparedWords({ first, second, task, budget, reason }: Uncompared): string {
  return `${first} against ${second} on ${task}, ${budgetText(budget)}: ${reason}`;
}

function howWords({ alpha, level, power, test, zeros }: CompareReport): string {
  const words = {
    wilcoxon: `exact Wilcoxon signed ranks on instances, seeds averaged (zeros: ${zeros})`,
    'sign-flip': 'sign-flip permutation of instances, seeds averaged, tasks weighed alike',
  }[test];
  return [
    'A difference above 0 favours the first.',
    `p two-sided: ${words ?? test}; pooled rank correlations by the jackknife over instances and Student t.`,
    `Holm over the tasks of a table, alpha ${alpha}; "more instances" at power ${power}.`,
    `Intervals: Student t over instances, tasks fixed, ${100 * level} %. "won": share of instances won, ties half.`,
  ].join('\n');
}
