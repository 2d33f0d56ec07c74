import { criticalChart } from '../charts/critical-chart.ts';
import { renderSvg } from '../charts/svg.ts';
import { countText, numberText, plural } from '../number-text.ts';
import { pText } from '../pair-words.ts';
import type { CriticalDifference } from '../resolution.ts';
import type { BoardTable } from '../summary.ts';
import { leftOutWords, mostDrawn } from './drawn-methods.ts';
import { drawnOnce } from './drawn-once.ts';
import { type Figure, type FigureNumbers, figureName } from './figure.ts';
import { firstRanks } from './first-ranks.ts';

/** What mean ranks must not be taken for. Benavoli et al. (2016). */
export const poolNote =
  'A mean rank depends on who else is ranked: a method that joins or leaves can separate two others or join them. The verdict is that of the pairs; this is the classic view beside it.';

/** The critical-difference diagram of a table (Demšar 2006), or why there is none; null where fewer than two methods are ranked. */
export const criticalFigure = drawnOnce(
  async (table: BoardTable): Promise<Figure | { readonly reason: string } | null> => {
    const critical = table.resolution?.critical ?? null;
    if (critical === null || 'reason' in critical) return critical;
    const name = figureName(table, 'critical', table.budget);
    const { tasks, alpha, criticalDifference } = critical;
    const drawn = firstRanks(critical, mostDrawn);
    return {
      name,
      kind: 'critical',
      title: 'Critical-difference diagram',
      caption: [
        `Mean ranks over ${plural(tasks, 'task')}, 1 is the best. ${friedmanWords(critical)}`,
        critical.bars.length === 0
          ? `Every two methods differ by the critical difference ${numberText(criticalDifference)} or more (Nemenyi, α = ${alpha}).`
          : `Methods whose dots lie on one bar differ by less than the critical difference ${numberText(criticalDifference)} (Nemenyi, α = ${alpha}); a row without a dot is not in the bar's set. The shade reaches one critical difference from the best.`,
        ...leftOutWords(critical.meanRanks.length, 'the table below, and a bar that reaches the last row may go on'),
        poolNote,
      ],
      panels: [
        {
          heading: null,
          label: `Mean ranks: ${drawn.meanRanks.map(({ method, meanRank }) => `${method} ${numberText(meanRank)}`).join(', ')}. ${barWords(drawn)}`,
          svg: await renderSvg(criticalChart(drawn), name),
        },
      ],
      numbers: numbersOf(critical),
    };
  },
);

function friedmanWords({ statistic, p, imanDavenport }: CriticalDifference): string {
  const refined =
    'reason' in imanDavenport
      ? `Iman–Davenport undefined: ${imanDavenport.reason}`
      : `Iman–Davenport F = ${numberText(imanDavenport.statistic)}, ${pWords(imanDavenport.p)}`;
  return `Friedman χ² = ${numberText(statistic)}, ${pWords(p)}; ${refined}.`;
}

function pWords(p: number): string {
  const text = pText(p).replaceAll(' ', ' ');
  return text.startsWith('<') ? `p ${text}` : `p = ${text}`;
}

function barWords({ bars }: CriticalDifference): string {
  return bars.length === 0
    ? 'No two are joined.'
    : `Joined: ${bars.map((members) => members.join(' with ')).join('; ')}.`;
}

function numbersOf({ meanRanks, bars }: CriticalDifference): FigureNumbers {
  return {
    heads: ['mean rank', 'does not differ from'],
    lines: meanRanks.map(({ method, meanRank }) => {
      const joined = new Set(bars.filter((bar) => bar.includes(method)).flat());
      const same = meanRanks.filter((other) => other.method !== method && joined.has(other.method));
      return {
        method,
        cells: [
          { value: meanRank, at: null, text: numberText(meanRank) },
          { value: null, at: null, text: sameWords(same.map((other) => other.method)) },
        ],
      };
    }),
  };
}

/** Names while they can be read, else how many. */
function sameWords(methods: readonly string[]): string {
  if (methods.length === 0) return 'none';
  return methods.length > mostDrawn ? `${countText(methods.length)} others` : methods.join(', ');
}
