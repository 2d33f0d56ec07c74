import type { Access, Episode } from '../../harness/contract.ts';
import type { Alternative } from '../../harness/signals/preference-pairs.ts';
import type { FailurePlan } from './failure-plan.ts';
import { meanOf } from './message-values.ts';

/** Other messages per step with their values; every step is asked and paid for once. */
export type OtherMessages = {
  at(step: number): Promise<readonly Alternative[]>;
  /** What has been asked, per step; nothing for the others. */
  asked(): Promise<readonly (readonly Alternative[])[]>;
};

/**
 * Distinct messages of the behaviour policy at the context of a step, each valued by the mean of fresh continuations. What was
 * said there is among them where it was sampled again and its value is known.
 * @param values V(h_1) … V(h_{T+1}), or null.
 */
export function otherMessages(
  { messages }: Episode,
  { sample, policy, replay }: Pick<Access<never, 'sample' | 'policy' | 'replay'>, 'sample' | 'policy' | 'replay'>,
  { alternatives, proposals, replays }: Pick<FailurePlan, 'alternatives' | 'proposals' | 'replays'>,
  values: Float64Array | null,
): OtherMessages {
  const answers = new Map<number, Promise<readonly Alternative[]>>();

  /** The most likely ones of a policy that is known; the plan asks only what is offered. */
  const propose = async (step: number): Promise<readonly string[]> => {
    if (proposals === 'sample') return [...new Set(await sample!(step, alternatives))];
    const likely = (await policy!(step)).filter(({ probability }) => probability > 0);
    likely.sort((a, b) => b.probability - a.probability);
    const others = [...new Set(likely.map(({ message }) => message))].filter((one) => one !== messages[step]!.text);
    return others.slice(0, alternatives);
  };
  const ask = async (step: number): Promise<readonly Alternative[]> => {
    if (alternatives === 0) return [];
    const said = messages[step]!.text;
    const proposed = await propose(step);
    const others = proposed.filter((message) => message !== said);
    const outcomes = await replay!(others.map((message) => ({ step, message, count: replays })));
    const valued = others.map((message, place) => ({ message, value: meanOf(outcomes[place]!) }));
    if (values === null || !proposed.includes(said)) return valued;
    return [{ message: said, value: values[step + 1]! }, ...valued];
  };
  const at = (step: number) => {
    const answer = answers.get(step) ?? ask(step);
    answers.set(step, answer);
    return answer;
  };
  return { at, asked: () => Promise.all(messages.map((_, step) => answers.get(step) ?? [])) };
}
