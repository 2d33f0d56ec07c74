import { largestOf } from './without-dust.ts';

/** 1, −1 or 0 as the first score is above, below or tied with the second. */
export type ScoreSign = (first: number, second: number) => 1 | 0 | -1;

/** Compares scores that tie where they agree to 10⁻¹² of the largest magnitude among all that are compared; statistics.md §1. */
export function scoreSign(...compared: readonly ArrayLike<number>[]): ScoreSign {
  const dust = 1e-12 * compared.reduce((largest, values) => Math.max(largest, largestOf(values)), 0);
  return (first, second) => {
    const difference = first - second;
    if (Math.abs(difference) <= dust) return 0;
    return difference > 0 ? 1 : -1;
  };
}
