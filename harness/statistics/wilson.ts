import { checkShare } from './check-values.ts';
import { checkWhole } from './check-whole.ts';
import { normalQuantile } from './special/normal.ts';
import { type Undefined, undefinedFor } from './undefined.ts';

/** The Wilson interval of a proportion over independent trials, in [0, 1]; several seeds of one instance are a cluster and not trials. Wilson (1927), statistics.md §3.8. */
export function wilson(
  successes: number,
  trials: number,
  { level = 0.95 }: { readonly level?: number } = {},
): { readonly low: number; readonly high: number } | Undefined {
  checkWhole(successes, 'successes');
  checkWhole(trials, 'trials', successes);
  checkShare(level, 'level');
  if (trials === 0) return undefinedFor('no trials');
  const { low, high } = wilsonOfShare(successes / trials, trials, level);
  // The ends are exact where the formula leaves rounding residue.
  return { low: successes === 0 ? 0 : low, high: successes === trials ? 1 : high };
}

/** The same of a share in [0, 1] of an effective number of trials, which need not be whole. */
export function wilsonOfShare(share: number, trials: number, level: number): { low: number; high: number } {
  const z = -normalQuantile((1 - level) / 2);
  const centre = share + (z * z) / (2 * trials);
  const reach = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  const scale = 1 + (z * z) / trials;
  return { low: (centre - reach) / scale, high: (centre + reach) / scale };
}
