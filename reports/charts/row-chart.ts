import type { TopLevelSpec } from 'vega-lite';
import type { Domain } from '../axis-domain.ts';
import { chartConfig, colours } from './config.ts';
import { shortNames } from './short-names.ts';

/** One line of a row chart: a name, the number in words, and the number as a dot on its interval. */
export type Row = {
  readonly name: string;
  readonly text: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** A hollow dot, for what is not shown to differ or has no rank. */
  readonly hollow: boolean;
  readonly control: boolean;
};

const width = 324;
const height = 36;
const monospaceWidth = 6.7;
/** Of a number's characters, points and brackets counted in. */
const digitWidth = 6;

/** Rows under each other, name and number above the dot, so that long names need no margin; a triangle stands for a dot beyond the axis. */
export function rowChart(rows: readonly Row[], { low: least, high: most }: Domain, title: string): TopLevelSpec {
  const words = Math.max(0, ...rows.map(({ text }) => [...text].length));
  const names = shortNames(
    rows.map(({ name }) => name),
    Math.floor((width - 6 - digitWidth * words) / monospaceWidth),
  );
  const values = rows.map((row, index) => ({
    ...row,
    name: names.get(row.name) ?? row.name,
    line: index * height + 9,
    dot: index * height + 25,
    above: index * height + 17,
    below: index * height + 33,
    beyond: row.value > most || row.value < least,
    edge: Math.min(most, Math.max(least, row.value)),
  }));
  const x = {
    type: 'quantitative' as const,
    scale: { domain: [least, most], nice: false, padding: 6 },
    axis: { title, tickCount: 5, domain: false },
  };
  const y = { field: 'dot', type: 'quantitative' as const, scale: null, axis: null };
  const colour = { condition: { test: 'datum.control', value: colours.muted }, value: colours.accent } as const;
  const line = { ...y, field: 'line' };
  return {
    width,
    height: rows.length * height,
    autosize: 'none',
    padding: { left: 4, right: 12, top: 2, bottom: 34 },
    config: chartConfig,
    data: { values },
    encoding: { y },
    layer: [
      {
        mark: { type: 'rule', color: colours.muted },
        encoding: { x: { ...x, datum: 0 }, y: { ...y, field: 'above' }, y2: { field: 'below' } },
      },
      {
        mark: { type: 'text', align: 'left', font: 'monospace' },
        encoding: { x: { value: 0 }, y: line, text: { field: 'name' } },
      },
      {
        mark: { type: 'text', align: 'right' },
        encoding: { x: { value: 'width' }, y: line, text: { field: 'text' } },
      },
      {
        transform: [{ filter: 'datum.low !== null' }],
        mark: { type: 'rule', clip: true, strokeWidth: 2 },
        encoding: { x: { ...x, field: 'low' }, x2: { field: 'high' }, color: colour },
      },
      {
        transform: [{ filter: '!datum.beyond && !datum.hollow' }],
        mark: { type: 'point', filled: true, size: 50, opacity: 1 },
        encoding: { x: { ...x, field: 'value' }, color: colour },
      },
      {
        transform: [{ filter: '!datum.beyond && datum.hollow' }],
        mark: { type: 'point', filled: true, fill: colours.paper, strokeWidth: 1.75, size: 50, opacity: 1 },
        encoding: { x: { ...x, field: 'value' }, stroke: colour },
      },
      {
        transform: [{ filter: 'datum.beyond' }],
        mark: { type: 'point', shape: 'triangle-right', filled: true, size: 60, opacity: 1 },
        encoding: { x: { ...x, field: 'edge' }, color: colour },
      },
    ],
  };
}
