import type { TopLevelSpec } from 'vega-lite';
import { axisDomain, type Domain } from '../axis-domain.ts';
import { type BudgetAxis, budgetAxis } from './budget-axis.ts';
import { chartConfig, colours } from './config.ts';
import type { Series } from './series.ts';

/** The panel of one method: its line and interval before the lines of all others; controls are dashed. */
export function budgetChart(all: readonly Series[], method: string): TopLevelSpec {
  const axis = budgetAxis(all);
  const domain = budgetDomain(all);
  const others = all.filter((series) => series.method !== method);
  const own = all.filter((series) => series.method === method);
  const control = own.some((series) => series.control);
  const colour = control ? colours.ink : colours.accent;
  const dash = control ? [4, 3] : [1, 0];
  const x = { field: 'x', type: 'quantitative', scale: { type: 'log', nice: false, padding: 8 } } as const;
  const line = { type: 'line', clip: true } as const;
  const joined = 'datum.limited';
  return {
    width: 190,
    height: 110,
    padding: 2,
    config: chartConfig,
    encoding: {
      x: { ...x, axis: { title: null, grid: false, values: [...axis.ticks], labelExpr: labels(axis) } },
    },
    layer: [
      {
        data: {
          values: points(
            others.filter((series) => !series.control),
            axis,
            domain,
          ),
        },
        transform: [{ filter: joined }],
        mark: { ...line, color: colours.faint, strokeWidth: 1 },
        encoding: { y: y(domain), detail: { field: 'line' } },
      },
      {
        data: {
          values: points(
            others.filter((series) => series.control),
            axis,
            domain,
          ),
        },
        transform: [{ filter: joined }],
        mark: { ...line, color: colours.muted, strokeWidth: 1, strokeDash: [3, 3] },
        encoding: { y: y(domain), detail: { field: 'line' } },
      },
      {
        data: { values: points(own, axis, domain) },
        layer: [
          {
            transform: [{ filter: `${joined} && datum.low !== null` }],
            mark: { type: 'area', clip: true, color: colour, opacity: 0.18 },
            encoding: { y: { ...y(domain), field: 'low' }, y2: { field: 'high' } },
          },
          {
            transform: [{ filter: '!datum.limited && datum.low !== null' }],
            mark: { type: 'rule', clip: true, color: colour, opacity: 0.4, strokeWidth: 3 },
            encoding: { y: { ...y(domain), field: 'low' }, y2: { field: 'high' } },
          },
          {
            transform: [{ filter: joined }],
            mark: { ...line, color: colour, strokeWidth: 2, strokeDash: dash },
            encoding: { y: y(domain) },
          },
          {
            transform: [{ filter: '!datum.beyond' }],
            mark: { type: 'point', filled: true, size: 28, opacity: 1, color: colour },
            encoding: { y: y(domain) },
          },
          {
            transform: [{ filter: 'datum.beyond' }],
            mark: { type: 'point', shape: 'triangle-up', filled: true, size: 40, opacity: 1, color: colour },
            encoding: { y: { ...y(domain), field: 'edge' } },
          },
        ],
      },
    ],
  };
}

/** The range of the panels' shared value axis. */
export function budgetDomain(all: readonly Series[]): Domain {
  return axisDomain(all.flatMap(({ points }) => points));
}

function points(all: readonly Series[], axis: BudgetAxis, { low: least, high: most }: Domain) {
  return all.flatMap(({ points: own }, line) =>
    own.map(({ budget, value, low, high }) => ({
      line,
      x: axis.at(budget),
      limited: budget !== null,
      value,
      low,
      high,
      beyond: value > most || value < least,
      edge: Math.min(most, Math.max(least, value)),
    })),
  );
}

function y({ low, high }: Domain) {
  return {
    field: 'value',
    type: 'quantitative' as const,
    scale: { domain: [low, high], nice: false },
    axis: { title: null, tickCount: 4, domain: false },
  };
}

function labels({ unlimited }: BudgetAxis): string {
  return unlimited === null
    ? 'format(datum.value, ",d")'
    : `datum.value === ${unlimited} ? "∞" : format(datum.value, ",d")`;
}
