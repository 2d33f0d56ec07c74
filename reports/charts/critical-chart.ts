import type { TopLevelSpec } from 'vega-lite';
import { numberText } from '../number-text.ts';
import type { CriticalDifference } from '../resolution.ts';
import { characterWidth, chartConfig, colours } from './config.ts';
import { criticalLayout } from './critical-layout.ts';
import { shortNames } from './short-names.ts';

const rowHeight = 20;
const levelWidth = 14;
const top = 26;
const width = 332;
const dotRoom = 8;

/** Mean ranks on an axis from 1, the critical difference as a ruler and as a shade behind the leader, and bars that join what does not differ. */
export function criticalChart(critical: CriticalDifference): TopLevelSpec {
  const { rows, bars, levels } = criticalLayout(critical);
  const { criticalDifference: reach } = critical;
  const best = rows[0]?.meanRank ?? 1;
  // The ruler and the shade are drawn to scale, so they must fit.
  const end = Math.max(rows.length, rows.at(-1)?.meanRank ?? 1, best + reach, 1 + reach);
  const plot = width - levels * levelWidth;
  const height = top + rows.length * rowHeight;
  const heightOf = (row: number) => top + (row + 0.5) * rowHeight;
  const barAt = (level: number) => plot + (level + 0.6) * levelWidth;
  const x = {
    field: 'rank',
    type: 'quantitative' as const,
    scale: { domain: [1, end], nice: false, padding: 6 },
    axis: { title: 'mean rank (1 is the best)', tickMinStep: 1, tickCount: 8, format: 'd', grid: true, domain: true },
  };
  const y = { field: 'y', type: 'quantitative' as const, scale: null, axis: null };
  const pixel = { field: 'x', type: 'quantitative' as const, scale: null, axis: null };
  const points = rows.map((row, place) => ({
    rank: row.meanRank,
    y: heightOf(place),
    ...labelOf(row, (plot * (row.meanRank - 1)) / (end - 1), plot),
  }));
  const text = (right: boolean) => ({
    transform: [{ filter: right ? 'datum.right' : '!datum.right' }],
    mark: {
      type: 'text' as const,
      align: right ? ('left' as const) : ('right' as const),
      dx: right ? dotRoom : -dotRoom,
    },
    encoding: { x, y, text: { field: 'text' } },
  });
  return {
    width: plot,
    height,
    autosize: 'none',
    padding: { left: 4, right: 4 + levels * levelWidth, top: 2, bottom: 34 },
    config: chartConfig,
    resolve: { scale: { x: 'shared', y: 'independent' } },
    layer: [
      {
        data: { values: [{ rank: best, to: best + reach }] },
        mark: { type: 'rect', color: colours.accent, opacity: 0.1 },
        encoding: { x, x2: { field: 'to' }, y: { value: top }, y2: { value: 'height' } },
      },
      {
        data: { values: [{ rank: 1, to: 1 + reach }] },
        layer: [
          {
            mark: { type: 'rule', color: colours.ink, strokeWidth: 1.5 },
            encoding: { x, x2: { field: 'to' }, y: { value: 18 } },
          },
          {
            mark: { type: 'tick', orient: 'vertical', color: colours.ink, thickness: 1.5, size: 7 },
            encoding: { x, y: { value: 18 } },
          },
          {
            mark: { type: 'tick', orient: 'vertical', color: colours.ink, thickness: 1.5, size: 7 },
            encoding: { x: { ...x, field: 'to' }, y: { value: 18 } },
          },
          {
            mark: { type: 'text', align: 'left', dy: -10 },
            encoding: { x, y: { value: 18 }, text: { value: `critical difference ${numberText(reach)}` } },
          },
        ],
      },
      {
        data: { values: points },
        layer: [
          {
            mark: { type: 'point', filled: true, size: 50, opacity: 1, color: colours.accent },
            encoding: { x, y },
          },
          text(true),
          text(false),
        ],
      },
      {
        data: {
          values: bars.map(({ level, first, last }) => ({ x: barAt(level), y: heightOf(first), to: heightOf(last) })),
        },
        mark: { type: 'rule', color: colours.ink, strokeWidth: 2 },
        encoding: { x: pixel, y, y2: { field: 'to' } },
      },
      {
        data: {
          values: bars.flatMap(({ level, members }) => members.map((row) => ({ x: barAt(level), y: heightOf(row) }))),
        },
        mark: { type: 'point', filled: true, size: 40, opacity: 1, color: colours.ink },
        encoding: { x: pixel, y },
      },
    ],
  };
}

/** The words beside a dot, on the side where they have more room, and cut to it. */
function labelOf({ method, meanRank }: CriticalDifference['meanRanks'][number], at: number, plot: number) {
  const right = at <= plot / 2 || at + reachOf(`${method}  ${numberText(meanRank)}`) <= plot;
  const number = `  ${numberText(meanRank)}`;
  const room = right ? plot - at : at;
  const letters = Math.max(8, Math.floor((room - dotRoom) / characterWidth) - number.length);
  return { right, text: `${shortNames([method], letters).get(method) ?? method}${number}` };
}

function reachOf(text: string): number {
  return dotRoom + characterWidth * [...text].length;
}
