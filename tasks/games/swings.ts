import { bigRatio } from '../../harness/big-ratio.ts';

/** What one agent adds, by size: entry s is the sum of v(S ∪ i) − v(S) over the coalitions S of s other agents; n entries. */
export type Swings = readonly bigint[];

/** Shapley value Σ_s k_s s!(n−1−s)!/n!, rounded once. */
export function shapleyOfSwings(swings: Swings): number {
  const factorials = [1n];
  for (let n = 1; n <= swings.length; n++) factorials.push(factorials[n - 1]! * BigInt(n));
  const sum = swings.reduce(
    (sum, swing, size) => sum + swing * factorials[size]! * factorials[swings.length - 1 - size]!,
    0n,
  );
  return bigRatio(sum, factorials[swings.length]!);
}

/** Banzhaf value Σ_s k_s / 2^{n−1}, rounded once. */
export function banzhafOfSwings(swings: Swings): number {
  const sum = swings.reduce((sum, swing) => sum + swing, 0n);
  return bigRatio(sum, 1n << BigInt(swings.length - 1));
}
