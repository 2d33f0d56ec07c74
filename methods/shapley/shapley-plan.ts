import type { Noise } from '../../harness/contract.ts';
import { callsPerAgent, mostAgentsOfProxies } from './regression/proxy-estimate.ts';

const mostEnumerated = 24;

/** How `shapley` estimates; see there. */
export type ShapleyPlan = 'table' | 'equal-split' | 'orders' | 'regression' | 'proxies';

/** The way that has been found best for so many agents, evaluator calls and this noise; docs/benchmarks.md. */
export function shapleyPlan(agents: number, calls: number, noise: Noise): ShapleyPlan {
  if (noise === 'none' && agents <= mostEnumerated && 2 ** agents <= calls) return 'table';
  if (agents === 1) return 'regression';
  if (calls < agents + 1) return 'equal-split';
  if (calls < 4 * agents) return 'orders';
  const isFit = calls >= callsPerAgent * agents && agents <= mostAgentsOfProxies && noise === 'none';
  return isFit ? 'proxies' : 'regression';
}
