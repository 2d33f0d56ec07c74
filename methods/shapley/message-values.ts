import type { Episode, Probes } from '../../harness/contract.ts';
import type { ValuesPlan } from './success-plan.ts';

/**
 * V(h_1) … V(h_T) and the outcome: the mean of fresh continuations of every context, or what a critic says of it.
 * T · replays evaluator calls, or none.
 */
export async function messageValues(
  { messages, outcome }: Pick<Episode, 'messages' | 'outcome'>,
  { replay, critic }: Partial<Pick<Probes, 'replay' | 'critic'>>,
  plan: ValuesPlan,
): Promise<Float64Array> {
  const steps = messages.map((_, step) => step);
  // The plan names a probe that is offered.
  const values =
    plan.id === 'critic'
      ? await critic!(steps)
      : (await replay!(steps.map((step) => ({ step, count: plan.replays })))).map(meanOf);
  return Float64Array.of(...values, outcome);
}

export function meanOf(outcomes: Float64Array): number {
  return outcomes.reduce((sum, outcome) => sum + outcome, 0) / outcomes.length;
}
