import { betterOf } from '../harness/better.ts';

const arrows = { lower: '↓', higher: '↑', zero: '→0' } as const;
const words = { lower: 'lower is better', higher: 'higher is better', zero: 'zero is best' } as const;

/** A metric's column heading: its name, an arrow, and the arrow in words (empty where no direction is known). */
export function metricText(metric: string): { readonly label: string; readonly arrow: string; readonly words: string } {
  const direction = betterOf(metric);
  return {
    label: metric === 'mse' ? 'MSE' : metric.replaceAll('-', ' ').replace('@', ' ±'),
    arrow: direction === null ? '' : arrows[direction],
    words: direction === null ? '' : words[direction],
  };
}
