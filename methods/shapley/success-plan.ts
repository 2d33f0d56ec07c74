import { drawsWithin } from '../../harness/mean-worth.ts';
import { needsCalls } from '../options.ts';
import type { AlignedOptions } from './aligned-options.ts';
import { lacks, type Refusal, replaysWithin, replaysWithoutBudget, type Setting } from './aligned-setting.ts';
import { ordersWithin } from './permutation-estimate.ts';

const mostEnumerated = 12;
const mostAgents = 24;
const ordersWithoutBudget = 1000;

export type EstimatorPlan =
  | { readonly id: 'exact'; readonly draws: number }
  | { readonly id: 'permutation'; readonly orders: number }
  | { readonly id: 'equal' };
export type ValuesPlan = { readonly id: 'replay'; readonly replays: number } | { readonly id: 'critic' };
export type SuccessPlan = { readonly estimator: EstimatorPlan; readonly values?: ValuesPlan };

/** How the credit of a success will be paid for: first the values that labels need, half of the purse at most; then worth. */
export function successPlan(setting: Setting, options: AlignedOptions): SuccessPlan | Refusal {
  const { episode, limit, offers } = setting;
  if (options.labels !== 'potential-difference') {
    if (!offers.includes('judge')) return lacks('judge', `labels=${options.labels} on success`, offers);
    const estimator = estimatorPlan(setting, options, limit);
    return 'refusal' in estimator ? estimator : { estimator };
  }
  const values = labelValues(setting, options);
  if ('refusal' in values) return values;
  const left = values.id === 'replay' ? limit - values.replays * episode.messages.length : limit;
  const estimator = estimatorPlan(setting, options, left);
  return 'refusal' in estimator ? estimator : { estimator, values };
}

function labelValues({ episode, limit, offers }: Setting, { values, replays }: AlignedOptions): ValuesPlan | Refusal {
  if (values === 'none') return { refusal: 'labels=potential-difference needs values; the option values is none' };
  const isReplayed = values === 'replay' || (values === 'auto' && offers.includes('replay'));
  if (!isReplayed)
    return offers.includes('critic') ? { id: 'critic' } : lacks('replay or critic', 'values on success', offers);
  if (!offers.includes('replay')) return lacks('replay', 'values=replay on success', offers);
  const steps = episode.messages.length;
  if (replays !== undefined) return { id: 'replay', replays };
  const half = limit === Number.POSITIVE_INFINITY ? replaysWithoutBudget : replaysWithin(undefined, limit / 2, steps);
  return { id: 'replay', replays: half ?? 1 };
}

function estimatorPlan(
  { episode, noise, offers }: Setting,
  { estimator }: AlignedOptions,
  purse: number,
): EstimatorPlan | Refusal {
  const agents = episode.agents.length;
  const offersWorth = offers.includes('worth');
  if (estimator === 'equal') {
    if (offersWorth) return { refusal: 'estimator=equal is for inputs without worth, and this one offers it' };
    return refused(needsCalls(1, purse)) ?? { id: 'equal' };
  }
  if (!offersWorth) return lacks('worth', `estimator=${estimator} on success`, offers);
  if (estimator === 'exact') {
    if (agents > mostAgents)
      return { refusal: `enumerates 2^n coalitions for up to ${mostAgents} agents; the team has ${agents}` };
    return refused(needsCalls(2 ** agents, purse)) ?? { id: 'exact', draws: drawsWithin(purse, 2 ** agents, noise) };
  }
  if (estimator === 'auto' && agents <= mostEnumerated && 2 ** agents <= purse)
    return { id: 'exact', draws: drawsWithin(purse, 2 ** agents, noise) };
  const orders = purse === Number.POSITIVE_INFINITY ? ordersWithoutBudget : ordersWithin(purse, agents, noise);
  return refused(needsCalls(agents + 1, purse)) ?? { id: 'permutation', orders };
}

function refused(refusal: string | undefined): Refusal | undefined {
  return refusal === undefined ? undefined : { refusal };
}
