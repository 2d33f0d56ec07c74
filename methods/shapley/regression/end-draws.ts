import type { Noise } from '../../../harness/contract.ts';

/**
 * Evaluations of v(∅), and of v(N): one where they are certain. Where they are draws, each agent's credit holds both with weight 1/n, and
 * the variance is least at shares 1/√n of ∅ and N to √(n/(s(n−s))) of each size s.
 */
export function endDraws(calls: number, agents: number, noise: Noise): number {
  if (noise === 'none') return 1;
  let weight = 2 / Math.sqrt(agents);
  for (let size = 1; size < agents; size++) weight += Math.sqrt(agents / (size * (agents - size)));
  return Math.max(1, Math.floor(calls / weight / Math.sqrt(agents)));
}
