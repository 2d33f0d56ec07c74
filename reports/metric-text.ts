/** What is better for a metric: a lower value, a higher one, one near zero, or neither. */
export type Better = 'lower' | 'higher' | 'zero' | null;

const better: Readonly<Record<string, Better>> = {
  'relative-error': 'lower',
  'absolute-error': 'lower',
  mse: 'lower',
  bias: 'zero',
  spearman: 'higher',
  'spearman-pooled': 'higher',
  'sign-accuracy': 'higher',
  'step-accuracy': 'higher',
  'agent-accuracy': 'higher',
  'joint-accuracy': 'higher',
  'step-accuracy@1': 'higher',
  'step-accuracy@3': 'higher',
  'correct-accuracy': 'higher',
  missing: 'lower',
};

const arrows = { lower: '↓', higher: '↑', zero: '→0' } as const;
const words = { lower: 'lower is better', higher: 'higher is better', zero: 'zero is best' } as const;

/** A metric's column heading: its name, an arrow, and the arrow in words (empty where no direction is known). */
export function metricText(metric: string): { readonly label: string; readonly arrow: string; readonly words: string } {
  const direction = better[metric] ?? null;
  return {
    label: metric === 'mse' ? 'MSE' : metric.replaceAll('-', ' ').replace('@', ' ±'),
    arrow: direction === null ? '' : arrows[direction],
    words: direction === null ? '' : words[direction],
  };
}
