import type { Instance } from '../contract.ts';
import { CreditbenchError } from '../errors.ts';
import type { Random } from '../random.ts';
import type { SelectedMethod } from '../selection.ts';
import type { Undefined } from '../statistics/undefined.ts';
import { collectCredit } from './collect-credit.ts';
import type { RecollectedContext } from './within-context-variance.ts';

/** Episodes of one problem that say the same up to and including `step`, and went on afresh after it. */
export type SharedMessage = { readonly problem: string; readonly step: number; readonly episodes: readonly Instance[] };

/** The credit of one message at one context with everything after it redrawn as well, one collection per episode: what Var(Â | h, a) of c3.md §10.2 is over. */
export async function recollectMessage(
  method: SelectedMethod,
  { problem, step, episodes }: SharedMessage,
  budget: number,
  random: Random,
): Promise<RecollectedContext | Undefined> {
  if (new Set(episodes.map((episode) => saidUpTo(episode, step))).size !== 1)
    throw new CreditbenchError(
      'bad-usage',
      `the ${episodes.length} episodes of problem "${problem}" do not share their messages up to step ${step}`,
    );
  const credits = new Float64Array(episodes.length);
  let truth = 0;
  for (const [time, episode] of episodes.entries()) {
    const collected = await collectCredit(method, episode, budget, random.stream('recollect-message', time));
    if ('reason' in collected) return collected;
    credits[time] = collected.credit[step]!;
    truth = collected.truth[step]!;
  }
  return { problem, weights: Float64Array.of(1), credits: [credits], truths: Float64Array.of(truth) };
}

function saidUpTo({ episode: { messages, problem } }: Instance, step: number): string {
  return JSON.stringify([problem, messages.slice(0, step + 1)]);
}
