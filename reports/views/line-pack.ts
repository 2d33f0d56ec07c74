import type { FigureView, LineView } from './line-view.ts';
import type { NumberView } from './number-view.ts';
import type { TableView } from './table-view.ts';

/** The lines of a board as `board-lines.js` draws them, by the groups of the table. */
export type LinePack = readonly (readonly PackedLine[])[];

/** `state` is the class of the line; `bar` is zero, from, length and at of its interval, and an arrow beyond the axis. */
export type PackedLine = readonly [
  method: string,
  anchor: string | null,
  title: string,
  why: string | null,
  beatenBy: string | null,
  state: string,
  bar: string | null,
  cells: readonly PackedCell[],
];

/** In the order of the columns, the name left out. A number has all its digits and its interval; a text stands behind what it is worth; 0 is nothing. */
export type PackedCell = 0 | readonly [value: string, text: string] | readonly [value: number, interval: string | null];

export function linePack({ groups, isResolved }: Pick<TableView, 'groups' | 'isResolved'>): LinePack {
  return groups.map(({ lines }) => lines.map((line) => packedLine(line, isResolved)));
}

function packedLine(line: LineView, isResolved: boolean): PackedLine {
  const { method, anchor, title, why, beatenBy, leads, startsGroup, bar } = line;
  const state = [...(leads ? ['lead'] : []), ...(startsGroup ? ['next'] : [])].join(' ');
  const resolved = isResolved ? [line.rankInterval, line.probabilityBest].map(packedFigure) : [];
  const cells = [
    packedFigure(line.rank),
    packedMeasure(line.headline),
    ...resolved,
    ...line.others.map(packedMeasure),
    ...[line.tasks, ...line.prices].map(packedFigure),
  ];
  const ends = bar === null ? null : [bar.zero, bar.from, bar.length, bar.at, ...(bar.beyond ? ['▸'] : [])].join(' ');
  return [method, anchor, title, why, beatenBy, state, ends, cells];
}

function packedFigure(figure: FigureView | null): PackedCell {
  return figure === null ? 0 : [figure.value, figure.text];
}

function packedMeasure({ value, interval }: NumberView): PackedCell {
  return value === null ? 0 : [Number(value), interval];
}
