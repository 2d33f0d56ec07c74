import type { Episode, Noise, Probe } from '../../harness/contract.ts';

/** What evaluation-aligned decides from before it asks anything. */
export type Setting = {
  readonly episode: Episode;
  /** Evaluator calls, the episode's own included. */
  readonly limit: number;
  readonly noise: Noise;
  readonly offers: readonly Probe[];
};

/** Why it cannot work, as one sentence. */
export type Refusal = { readonly refusal: string };

export const replaysWithoutBudget = 16;

/** Continuations per context that a purse affords; undefined where not even one is. */
export function replaysWithin(given: number | undefined, purse: number, contexts: number): number | undefined {
  const affordable = Math.floor(purse / contexts);
  const replays = given ?? (purse === Number.POSITIVE_INFINITY ? replaysWithoutBudget : affordable);
  return replays >= 1 && replays <= affordable ? replays : undefined;
}

export function lacks(probe: string, purpose: string, offers: readonly Probe[]): Refusal {
  const offered = offers.length > 0 ? offers.join(', ') : 'no probe';
  return { refusal: `needs ${probe} for ${purpose}; the task offers ${offered}` };
}
