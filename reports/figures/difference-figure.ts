import { axisDomain, type Domain } from '../axis-domain.ts';
import { rowChart } from '../charts/row-chart.ts';
import { renderSvg } from '../charts/svg.ts';
import { measuredText } from '../measured-text.ts';
import { metricText } from '../metric-text.ts';
import { orientedPair } from '../oriented-pair.ts';
import { pText, verdictWords } from '../pair-words.ts';
import type { Pair } from '../resolution.ts';
import { standingGroups } from '../standing-groups.ts';
import type { BoardTable, Measured } from '../summary.ts';
import { leftOutWords, mostDrawn } from './drawn-methods.ts';
import { drawnOnce } from './drawn-once.ts';
import { type Figure, figureName } from './figure.ts';

/** How far the next in rank lie behind the leader, with intervals; null where there is no pair. */
export const differenceFigure = drawnOnce(async (table: BoardTable): Promise<Figure | null> => {
  const { resolution } = table;
  if (resolution === null) return null;
  const { leader } = resolution;
  const all = standingGroups(table).ranked.flatMap(({ method }) => {
    const pair = orientedPair(resolution, leader, method);
    return pair === null ? [] : [rowOf(pair)];
  });
  if (all.length === 0) return null;
  const rows = all.slice(0, mostDrawn);
  const { label } = metricText(table.headline);
  const name = figureName(table, 'differences', table.budget);
  return {
    name,
    kind: 'differences',
    title: `Behind ${leader}`,
    caption: [
      `Differences in ${label} to the leader, per instance and then averaged, each with its interval; to the right the leader is better.`,
      'A filled dot differs from the leader after correction, a hollow one does not.',
      ...leftOutWords(all.length, 'the pairs of summary.json'),
    ],
    panels: [
      {
        heading: null,
        label: `${rows.map(({ words }) => words).join('; ')}.`,
        svg: await renderSvg(rowChart(rows, domainOf(rows), `${label}: how much better the leader is`), name),
      },
    ],
    numbers: null,
  };
});

function rowOf(pair: Pair) {
  const { first, second, difference: value, low, high, adjusted, verdict } = pair;
  const text = measuredText({ value, low, high });
  const settled = verdict === 'first' || verdict === 'second';
  const words = `${second} behind ${first} by ${text}, corrected p ${pText(adjusted)}: ${settled ? `${first} is ` : ''}${verdictWords[verdict]}`;
  return { name: second, text, value, low, high, hollow: !settled, control: false, words };
}

/** Few differences are all drawn to scale; among more, a wild one must not flatten the rest. */
function domainOf(rows: readonly Measured[]): Domain {
  if (rows.length >= 5) return axisDomain(rows);
  const ends = rows.flatMap(({ value, low, high }) => [low ?? value, high ?? value]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  return low === high ? { low, high: low + 1 } : { low, high };
}
