import type { Probes } from '../../harness/contract.ts';

/** The first message whose P(right) is below `threshold`, by asking every step; null where none is. */
export async function firstFaulty(steps: number, judge: Probes['judge'], threshold: number): Promise<number | null> {
  const rewards = await judge(Array.from({ length: steps }, (_, step) => step));
  const step = rewards.findIndex((right) => right < threshold);
  return step < 0 ? null : step;
}
