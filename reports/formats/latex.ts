import { allSections, instancesOf, metricsOf } from '../board-tables.ts';
import { boardTexts, estimandTexts } from '../board-text.ts';
import { metricText } from '../metric-text.ts';
import { budgetText, countText, intervalText, numberText } from '../number-text.ts';
import { suiteText, warnings } from '../overview.ts';
import { intervalKind } from '../resample.ts';
import { standingGroups } from '../standing-groups.ts';
import type { BoardTable, Measured, Standing, Summary } from '../summary.ts';
import { latexClaims } from './latex-claims.ts';
import { latexCode, latexText } from './latex-text.ts';

/** Every board at its largest budget as a booktabs table, to be read with `\input`. */
export function renderLatex(summary: Summary): string {
  const tables = allSections(summary).map(({ largest }) => latexTable(summary, largest));
  const version = latexText(summary.manifest.versions.creditbench);
  const head = `% creditbench ${version}: ${latexText(suiteText(summary))}\n% needs \\usepackage{booktabs}, and \\usepackage[T1]{fontenc} with pdfLaTeX`;
  return `${[head, ...warnings(summary).map((text) => `% WARNING: ${latexText(text)}`), ...tables, ...latexClaims(summary)].join('\n\n')}\n`;
}

function latexTable(summary: Summary, table: BoardTable): string {
  const metrics = metricsOf(table);
  const columns = metrics.length + 3;
  const { ranked, shown, controls } = standingGroups(table);
  const group = (title: string | null, standings: readonly Standing[]) =>
    standings.length === 0
      ? []
      : [
          '\\midrule',
          ...(title === null ? [] : [`\\multicolumn{${columns}}{l}{\\emph{${title}}} \\\\`]),
          ...standings.map((standing) => line(metrics, standing)),
        ];
  return [
    '\\begin{table}',
    '\\centering',
    `\\caption{${boardTexts[table.board].title}: ${estimandTexts[table.estimand]}, ${latexText(budgetText(table.budget))}.}`,
    `\\label{tab:creditbench-${table.board}-${table.estimand}}`,
    `\\begin{tabular}{rl${'r'.repeat(columns - 2)}}`,
    '\\toprule',
    ['Rank', 'Method', ...metrics.map(heading), 'calls'].join(' & ').concat(' \\\\'),
    ...group(null, ranked),
    ...group('shown, not ranked', shown),
    ...group('controls', controls),
    '\\bottomrule',
    '\\end{tabular}',
    `\\par\\smallskip{\\footnotesize ${footnote(summary, table)}}`,
    '\\end{table}',
  ].join('\n');
}

function line(
  metrics: readonly string[],
  { method, rank, control, beatenBy, metrics: measured, spent }: Standing,
): string {
  const dagger = beatenBy === null || control ? '' : '$^{\\dagger}$';
  return [
    rank === null ? '--' : String(rank),
    `${latexCode(method)}${dagger}`,
    ...metrics.map((metric) => measuredText(measured[metric])),
    latexText(countText(spent.evaluations)),
  ]
    .join(' & ')
    .concat(' \\\\');
}

function footnote(summary: Summary, table: BoardTable): string {
  const { label, words } = metricText(table.headline);
  const beaten = new Set(table.standings.flatMap(({ beatenBy, control }) => (control ? [] : (beatenBy ?? []))));
  return [
    `Estimand: ${estimandTexts[table.estimand]}.`,
    `Ranked by ${latexText(label)} (${words}).`,
    `Budget: ${latexText(budgetText(table.budget))} per episode.`,
    `Mean over ${table.tasks.map(latexCode).join(', ')} with equal weight; ${countText(instancesOf(summary, table))} instances;`,
    `In brackets, ${latexText(intervalKind)}.`,
    ...[...beaten].map((control) => `$\\dagger$: does not beat ${latexCode(control)}.`),
    `creditbench ${latexText(summary.manifest.versions.creditbench)}.`,
  ].join(' ');
}

function heading(metric: string): string {
  const { label, arrow } = metricText(metric);
  return latexText(arrow === '' ? label : `${label} ${arrow}`);
}

function measuredText(measured: Measured | undefined): string {
  if (measured === undefined) return '--';
  const interval = intervalText(measured);
  const value = latexText(numberText(measured.value));
  return interval === null ? value : `${value}\\,{\\scriptsize ${latexText(interval)}}`;
}
