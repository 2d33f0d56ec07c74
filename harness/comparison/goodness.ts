import { betterOf } from '../better.ts';

/** A metric's value as a number of which more is better: as it is, negated, or minus its distance from 0; undefined where the metric has no better. */
export function goodnessOf(metric: string): ((value: number) => number) | undefined {
  switch (betterOf(metric)) {
    case 'higher':
      return (value) => value;
    case 'lower':
      return (value) => -value;
    case 'zero':
      return (value) => -Math.abs(value);
    case null:
      return undefined;
  }
}
