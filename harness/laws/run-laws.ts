import type { Instance } from '../contract.ts';
import type { SelectedMethod } from '../selection.ts';
import { differs, text } from './game-laws.ts';
import { answer, NotApplicable } from './trial.ts';

/** Each agent's messages sum to its credit. */
export async function messageConservation(selected: SelectedMethod, instance: Instance): Promise<string | undefined> {
  const { credit } = await answer(selected, instance);
  if (credit.agents === undefined || credit.messages === undefined)
    throw new NotApplicable('does not give both agent and message credit');
  const sums = new Float64Array(credit.agents.length);
  const speaks = new Set<number>();
  for (const [step, { agent }] of instance.episode.messages.entries()) {
    sums[agent]! += credit.messages[step]!;
    speaks.add(agent);
  }
  for (const [agent, value] of credit.agents.entries())
    if (speaks.has(agent) && differs(sums[agent]!, value))
      return `the messages of agent ${agent} sum to ${text(sums[agent]!)}; its credit is ${text(value)}`;
  return undefined;
}

/** The same cell run twice gives the same bits. */
export async function determinism(selected: SelectedMethod, instance: Instance): Promise<string | undefined> {
  const [once, again] = [await answer(selected, instance), await answer(selected, instance)];
  const [first, second] = [JSON.stringify(plain(once.credit)), JSON.stringify(plain(again.credit))];
  return first === second ? undefined : `one seed gave ${first} and then ${second}`;
}

/** Within every budget from 1 to 20 it refuses, or answers and spends no more. */
export async function budget(selected: SelectedMethod, instance: Instance): Promise<string | undefined> {
  let refusal: NotApplicable | undefined;
  let answers = 0;
  for (let limit = 1; limit <= 20; limit++) {
    try {
      const { spent } = await answer(selected, instance, limit);
      answers++;
      if (spent.evaluations > limit) return `spent ${spent.evaluations} of ${limit} evaluator calls`;
    } catch (error) {
      if (!(error instanceof NotApplicable)) throw error;
      refusal = error;
    }
  }
  if (answers === 0 && refusal !== undefined) throw refusal;
  return undefined;
}

function plain(credit: object): unknown {
  return Object.entries(credit).map(([key, value]) => [key, value instanceof Float64Array ? [...value] : value]);
}
