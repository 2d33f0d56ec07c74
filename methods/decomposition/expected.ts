import type { Distribution } from '../../harness/contract.ts';

/** Σ π(m) f(m). */
export function expected(policy: Distribution, worthOf: (message: string) => number): number {
  return policy.reduce((sum, { message, probability }) => sum + probability * worthOf(message), 0);
}
