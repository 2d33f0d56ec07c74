import type { TopLevelSpec } from 'vega-lite';
import { axisDomain } from '../axis-domain.ts';
import { chartConfig, colours } from './config.ts';
import type { Series } from './series.ts';

/** Methods from the first rank down at their only budget, a dot and an interval each; controls are hollow and grey. */
export function dotChart(all: readonly Series[], metric: string): TopLevelSpec {
  const { low: least, high: most } = axisDomain(all.flatMap(({ points }) => points));
  const values = all.flatMap(({ method, control, points }, order) =>
    points.slice(0, 1).map(({ value, low, high }) => ({
      method,
      order,
      control,
      value,
      low,
      high,
      beyond: value > most || value < least,
      edge: Math.min(most, Math.max(least, value)),
    })),
  );
  const x = {
    type: 'quantitative' as const,
    scale: { domain: [least, most], nice: false },
    axis: { title: metric, tickCount: 6, domain: false },
  };
  const colour = { condition: { test: 'datum.control', value: colours.muted }, value: colours.accent } as const;
  return {
    width: 420,
    height: { step: 20 },
    padding: 2,
    config: chartConfig,
    data: { values },
    encoding: {
      y: {
        field: 'method',
        type: 'nominal',
        sort: { field: 'order', op: 'min' },
        axis: {
          title: null,
          domain: false,
          ticks: false,
          labelLimit: 480,
          labelColor: colours.ink,
          labelFont: 'monospace',
        },
      },
    },
    layer: [
      {
        transform: [{ filter: 'datum.low !== null' }],
        mark: { type: 'rule', clip: true, strokeWidth: 2 },
        encoding: { x: { ...x, field: 'low' }, x2: { field: 'high' }, color: colour },
      },
      {
        transform: [{ filter: '!datum.beyond && !datum.control' }],
        mark: { type: 'point', filled: true, size: 50, opacity: 1, color: colours.accent },
        encoding: { x: { ...x, field: 'value' } },
      },
      {
        transform: [{ filter: '!datum.beyond && datum.control' }],
        mark: { type: 'point', filled: false, size: 50, opacity: 1, color: colours.muted },
        encoding: { x: { ...x, field: 'value' } },
      },
      {
        transform: [{ filter: 'datum.beyond' }],
        mark: { type: 'point', shape: 'triangle-right', filled: true, size: 60, opacity: 1 },
        encoding: { x: { ...x, field: 'edge' }, color: colour },
      },
    ],
  };
}
