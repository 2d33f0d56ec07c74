import type { Episode } from '../../harness/contract.ts';

/** Credit per message, and its sum per agent. */
export function summed(
  { agents, messages }: Episode,
  credits: Float64Array,
): { agents: Float64Array; messages: Float64Array } {
  const sums = new Float64Array(agents.length);
  for (const [step, { agent }] of messages.entries()) sums[agent]! += credits[step]!;
  return { agents: sums, messages: credits };
}
