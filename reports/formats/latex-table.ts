import { metricsOf } from '../board-tables.ts';
import { boardTexts, estimandTexts } from '../board-text.ts';
import { metricText } from '../metric-text.ts';
import { budgetText, countText, intervalText, numberText } from '../number-text.ts';
import { planSentences } from '../plan-words.ts';
import { rankIntervalText, tiedRanks } from '../rank-text.ts';
import { standingGroups } from '../standing-groups.ts';
import type { BoardTable, Measured, Standing, Summary } from '../summary.ts';
import { verdictParts } from '../verdict-text.ts';
import { latexCode, latexText } from './latex-text.ts';

/** One board at one budget as a table whose whole leading group is bold, with all that stands behind it in a footnote. */
export function latexTable(summary: Summary, table: BoardTable): string {
  const [headline = table.headline, ...others] = metricsOf(table);
  const columns = 6 + others.length;
  const { ranked, shown, controls } = standingGroups(table);
  const ranks = tiedRanks(table);
  const group = (title: string | null, standings: readonly Standing[]) =>
    standings.length === 0
      ? []
      : [
          '\\midrule',
          ...(title === null ? [] : [`\\multicolumn{${columns}}{l}{\\emph{${title}}} \\\\`]),
          ...standings.map((standing) => row(standing, headline, others, ranks.get(standing.method)?.text ?? null)),
        ];
  return [
    '\\begin{table}',
    `\\centering\\${others.length > 3 ? 'footnotesize' : 'small'}`,
    `\\caption{${boardTexts[table.board].title}: ${estimandTexts[table.estimand]}, ${latexText(budgetText(table.budget))}.}`,
    `\\label{tab:creditbench-${table.board}-${table.estimand}}`,
    `\\setlength{\\tabcolsep}{${others.length > 3 ? 2.5 : 4}pt}`,
    `\\begin{tabular}{rcl${'r'.repeat(columns - 3)}}`,
    '\\toprule',
    ['Rank', 'in', 'Method', heading(headline), '$P$(best)', ...others.map(heading), 'calls']
      .join(' & ')
      .concat(' \\\\'),
    ...group(null, ranked),
    ...group('shown, not ranked', shown),
    ...group('controls', controls),
    '\\bottomrule',
    '\\end{tabular}',
    `\\par\\smallskip\\begin{minipage}{\\linewidth}\\footnotesize ${footnote(summary, table)}\\end{minipage}`,
    '\\end{table}',
  ].join('\n');
}

function row(standing: Standing, headline: string, others: readonly string[], rank: string | null): string {
  const { method, control, beatenBy, metrics, rankInterval, probabilityBest, spent, group } = standing;
  const dagger = beatenBy === null || control ? '' : '$^{\\dagger}$';
  const bold = (text: string) => (group === 1 ? `\\textbf{${text}}` : text);
  return [
    rank === null ? '--' : bold(rank),
    rankInterval === null ? '--' : latexText(rankIntervalText(rankInterval)),
    `${latexCode(method)}${dagger}`,
    headlineText(metrics[headline], bold),
    probabilityBest === null ? '--' : latexText(numberText(probabilityBest)),
    ...others.map((metric) => valueText(metrics[metric])),
    latexText(countText(spent.evaluations)),
  ]
    .join(' & ')
    .concat(' \\\\');
}

function footnote(summary: Summary, table: BoardTable): string {
  const { label, words } = metricText(table.headline);
  const beaten = new Set(table.standings.flatMap(({ beatenBy, control }) => (control ? [] : (beatenBy ?? []))));
  return [
    verdictParts(table)
      .map((part) => ('text' in part ? latexText(part.text) : latexCode(part.method)))
      .join(''),
    `Ranked by ${latexText(label)} (${words}); bold: the whole leading group; \\emph{in}: the ranks a method may have.`,
    `Tasks: ${table.tasks.map(latexCode).join(', ')}.`,
    ...planSentences(summary, table).map(latexText),
    ...[...beaten].map((control) => `$\\dagger$: does not beat ${latexCode(control)}.`),
    `creditbench ${latexText(summary.manifest.versions.creditbench)}.`,
  ].join(' ');
}

/** One word to a line: names of metrics are long, their numbers short. */
function heading(metric: string): string {
  const { label, arrow } = metricText(metric);
  const words = label.split(' ').map(latexText);
  const last = [words.at(-1), latexText(arrow)].join(' ').trim();
  return `\\shortstack[r]{${[...words.slice(0, -1), last].join('\\\\')}}`;
}

function headlineText(measured: Measured | undefined, bold: (text: string) => string): string {
  if (measured === undefined) return '--';
  const interval = intervalText(measured);
  return `${bold(valueText(measured))}${interval === null ? '' : `\\,{\\scriptsize ${latexText(interval)}}`}`;
}

function valueText(measured: Measured | undefined): string {
  return measured === undefined ? '--' : latexText(numberText(measured.value));
}
