import type { Distribution, Episode } from '../../harness/contract.ts';
import { CreditbenchError } from '../../harness/errors.ts';

/** What an episode that met a context said there, what was seen of its end, and what it was worth. */
export type Meeting = { readonly message: string; readonly evidence: string; readonly outcome: number };

/** The episodes that began as this one did before `step`. */
export function meetingsAt(
  episodes: readonly Episode[],
  { messages }: Pick<Episode, 'messages'>,
  step: number,
  evidenceOf: (episode: Episode) => string,
): Meeting[] {
  return episodes
    .filter((other) => messages.slice(0, step).every(({ text }, place) => other.messages[place]?.text === text))
    .flatMap((other) => {
      const said = other.messages[step];
      return said === undefined ? [] : [{ message: said.text, evidence: evidenceOf(other), outcome: other.outcome }];
    });
}

/**
 * h(m | context, evidence)/π(m | context): how often the message was said where the meetings ended so, against how often it is
 * said, π counting as `prior` meetings more. A message that the policy never says is met by none, so only the prior lifts it.
 * @param chance π(m). @param prior above 0. Harutyunyan et al. (2019).
 */
export function liftOf(
  meetings: readonly Meeting[],
  message: string,
  chance: number,
  prior: number,
): (evidence: string) => number {
  const seen = new Map<string, { count: number; weight: number }>();
  for (const meeting of meetings) {
    const { count, weight } = seen.get(meeting.evidence) ?? { count: 0, weight: 0 };
    seen.set(meeting.evidence, { count: count + 1, weight: weight + importance(meeting, message, chance) });
  }
  return (evidence) => {
    const { count, weight } = seen.get(evidence) ?? { count: 0, weight: 0 };
    return (weight + prior) / (count + prior);
  };
}

/** 1/π(m) for a meeting that said m, 0 for another. @throws CreditbenchError `refused` where it was said and the policy never says it */
export function importance(meeting: Meeting, message: string, chance: number): number {
  if (meeting.message !== message) return 0;
  if (chance > 0) return 1 / chance;
  throw new CreditbenchError(
    'refused',
    `an episode says "${message}", which the policy never says; expected its chance`,
  );
}

/** π(m), 0 for a message that is not on the menu. */
export function chanceOf(policy: Distribution, text: string): number {
  return policy.find(({ message }) => message === text)?.probability ?? 0;
}
