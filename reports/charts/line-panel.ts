import type { TopLevelSpec } from 'vega-lite';
import type { Domain } from '../axis-domain.ts';
import { chartConfig, colours } from './config.ts';
import type { LineStyle } from './line-styles.ts';

/** A line of a panel; points that are not `joined` stand apart from it, and a point beyond the value axis is a triangle at its edge. */
export type PanelLine = {
  readonly style: LineStyle;
  readonly width: number;
  /** Shows the interval of each point. */
  readonly band: boolean;
  readonly dots: boolean;
  readonly points: readonly {
    readonly x: number;
    readonly value: number;
    readonly low: number | null;
    readonly high: number | null;
    readonly joined: boolean;
  }[];
};

/** A text whose left end stands at a place in pixels from the top left corner of the plot; `from` is the height at the plot's right edge that a thin line joins it to. */
export type PanelLabel = {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly colour: string;
  readonly from: number | null;
};

export type PanelFrame = {
  readonly width: number;
  readonly height: number;
  readonly padding: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly across: { readonly scale: object; readonly axis: object };
  readonly up: Domain;
  readonly upAxis: object;
};

type Layer = Extract<TopLevelSpec, { readonly layer: unknown }>['layer'][number];

/** Where the title of a value axis stands, in pixels left of the plot: vega would guess it from widths it cannot measure. */
export const titleRoom = { minExtent: 37, maxExtent: 37 } as const;

/** Lines with bands, the later ones above the earlier, and their labels on top. */
export function linePanel(lines: readonly PanelLine[], labels: readonly PanelLabel[], frame: PanelFrame): TopLevelSpec {
  const { width, height, padding } = frame;
  return {
    width,
    height,
    padding,
    autosize: 'none',
    config: chartConfig,
    layer: [
      ...runsOfPlain(lines).flatMap((run): Layer[] =>
        run.length > 1 ? [plainLayer(run, frame)] : layersOf(run[0]!, frame),
      ),
      ...labelLayers(labels, width),
    ],
  };
}

/** Neighbours that are no more than a line of the same style and width stand together: one layer draws them all. */
function runsOfPlain(lines: readonly PanelLine[]): PanelLine[][] {
  const runs: PanelLine[][] = [];
  for (const line of lines) {
    const last = runs.at(-1)?.[0];
    const isSame = last !== undefined && isPlain(last) && isPlain(line);
    if (isSame && last.width === line.width && last.style.colour === line.style.colour) runs.at(-1)!.push(line);
    else runs.push([line]);
  }
  return runs;
}

function isPlain({ band, dots }: PanelLine): boolean {
  return !band && !dots;
}

/** One path: lines are set apart by a point without a value. */
function plainLayer(lines: readonly PanelLine[], { across, up, upAxis }: PanelFrame) {
  const { style, width } = lines[0]!;
  const values = lines.flatMap(({ points }) => [
    ...points.flatMap(({ x, value, joined }) => (joined ? [{ x, value }] : [])),
    { x: points[0]?.x ?? 0, value: null },
  ]);
  return {
    data: { values },
    mark: {
      type: 'line' as const,
      clip: true,
      color: style.colour,
      strokeWidth: width,
      strokeDash: [...style.dash],
      invalid: 'break-paths-show-path-domains' as const,
      // As the points come: sorted by x the lines would mix.
      order: false,
    },
    encoding: {
      x: { field: 'x', type: 'quantitative' as const, ...across },
      y: {
        field: 'value',
        type: 'quantitative' as const,
        scale: { domain: [up.low, up.high], nice: false },
        axis: upAxis,
      },
    },
  };
}

function layersOf({ style, width, band, dots, points }: PanelLine, { across, up, upAxis }: PanelFrame) {
  const x = { field: 'x', type: 'quantitative' as const, ...across };
  const scale = { domain: [up.low, up.high], nice: false };
  const y = { field: 'value', type: 'quantitative' as const, scale, axis: upAxis };
  const { colour: color, dash: strokeDash, shape } = style;
  const values = points.map((point) => ({
    ...point,
    beyond: point.value > up.high || point.value < up.low,
    edge: Math.min(up.high, Math.max(up.low, point.value)),
  }));
  const among = (filter: string) => ({ data: { values }, transform: [{ filter }] });
  const interval = { x, y: { ...y, field: 'low' }, y2: { field: 'high' } };
  return [
    ...(band
      ? [
          {
            ...among('datum.joined && datum.low !== null'),
            mark: { type: 'area' as const, clip: true, color, opacity: 0.16 },
            encoding: interval,
          },
          {
            ...among('!datum.joined && datum.low !== null'),
            mark: { type: 'rule' as const, clip: true, color, opacity: 0.4, strokeWidth: 3 },
            encoding: interval,
          },
        ]
      : []),
    {
      ...among('datum.joined'),
      mark: { type: 'line' as const, clip: true, color, strokeWidth: width, strokeDash: [...strokeDash] },
      encoding: { x, y },
    },
    ...(dots
      ? [
          {
            ...among('!datum.beyond'),
            mark: { type: 'point' as const, shape, filled: true, size: 28, opacity: 1, color },
            encoding: { x, y },
          },
          {
            ...among('datum.beyond'),
            mark: { type: 'point' as const, shape: 'triangle-up', filled: true, size: 40, opacity: 1, color },
            encoding: { x, y: { ...y, field: 'edge' } },
          },
        ]
      : []),
  ];
}

/** The same texts twice, first wide and in the colour of the paper: what lies behind a label stops short of it. */
function labelLayers(labels: readonly PanelLabel[], width: number) {
  if (labels.length === 0) return [];
  const places = { type: 'quantitative' as const, scale: null, axis: null };
  const [x, y] = [
    { field: 'x', ...places },
    { field: 'y', ...places },
  ];
  const colour = { field: 'colour', type: 'nominal' as const, scale: null };
  const text = { field: 'text', type: 'nominal' as const };
  const mark = { type: 'text' as const, align: 'left' as const };
  const data = { values: labels.map((label) => ({ ...label, to: label.x - 2, edge: width + 2 })) };
  return [
    {
      data: { values: data.values.filter(({ from }) => from !== null) },
      mark: { type: 'rule' as const, strokeWidth: 0.75 },
      encoding: {
        x: { field: 'edge', ...places },
        x2: { field: 'to' },
        y: { field: 'from', ...places },
        y2: { field: 'y' },
        color: colour,
      },
    },
    { data, mark: { ...mark, stroke: colours.paper, strokeWidth: 3 }, encoding: { x, y, text } },
    { data, mark, encoding: { x, y, text, color: colour } },
  ];
}
