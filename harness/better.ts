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

/** The direction of a metric; null where none is known. */
export function betterOf(metric: string): Better {
  return Object.hasOwn(better, metric) ? better[metric]! : null;
}
