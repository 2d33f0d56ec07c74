import type { Instance } from '../contract.ts';
import { CreditbenchError } from '../errors.ts';
import type { Random } from '../random.ts';
import type { SelectedMethod } from '../selection.ts';
import type { Undefined } from '../statistics/undefined.ts';
import { collectCredit } from './collect-credit.ts';

/** Message credits of one episode, collected again and again: `credits[r][t]` of step t in collection r, `truth[t]` its advantage. */
export type Recollection = {
  readonly problem: string;
  /** The role of the author of every step. */
  readonly roles: readonly string[];
  readonly credits: readonly Float64Array[];
  readonly truth: Float64Array;
};

/**
 * A method's cell run `times` times on one instance with fresh draws, the episode kept; instances of one id count as one problem.
 * Given the episode, the luck of its outcome is bias, not variance, in methods that read it (c3 in tree mode, group baselines):
 * Var(Â | h, a) of these needs recollect-message.ts.
 */
export async function recollect(
  method: SelectedMethod,
  instance: Instance,
  budget: number,
  random: Random,
  times: number,
): Promise<Recollection | Undefined> {
  if (!Number.isInteger(times) || times < 1)
    throw new CreditbenchError('bad-usage', `${times} collections; expected a whole number of at least 1`);
  const { agents, messages } = instance.episode;
  const roles = messages.map(({ agent }) => agents[agent]!.role);
  const credits: Float64Array[] = [];
  let truth: Float64Array = new Float64Array(0);
  for (let time = 0; time < times; time++) {
    const collected = await collectCredit(method, instance, budget, random.stream('recollect', time));
    if ('reason' in collected) return collected;
    credits.push(collected.credit);
    truth = collected.truth;
  }
  return { problem: instance.id, roles, credits, truth };
}
