import { CreditbenchError } from '../errors.ts';
import { checkedLabels, type Labels } from './message-labels.ts';

/** How an agent's credit is shared among its messages; `eta` in outcome units. */
export type SplitRule =
  | { readonly id: 'centred'; readonly eta: number }
  | { readonly id: 'proportional'; readonly beta: number };

/** `residual`: some agents have credit but no message to carry it, so the rewards sum to less than the credit. */
export type MessageSplit =
  | { readonly status: 'conserved'; readonly rewards: Float64Array }
  | { readonly status: 'residual'; readonly rewards: Float64Array; readonly residual: readonly Unsplit[] };
export type Unsplit = { readonly agent: number; readonly credit: number };

/**
 * r_t = φ_i / |T_i| + η (s_t − mean of the agent's labels): an agent's messages share its credit, the helpful ones more.
 * @param credit φ per agent. @param authors an agent per message. @param labels s_t in [−1, 1] per message. @param eta η ≥ 0.
 * @throws CreditbenchError `bad-credit` where a label is missing or outside [−1, 1], `bad-options` where η is negative or infinite
 */
export function splitCentred(
  credit: Float64Array,
  authors: readonly number[],
  labels: Labels,
  eta: number,
): MessageSplit {
  checkWeight('eta', eta);
  const helpful = checkedLabels(labels, authors.length);
  const counts = messagesOf(credit.length, authors);
  const sums = new Float64Array(credit.length);
  for (const [step, agent] of authors.entries()) sums[agent]! += helpful[step]!;
  const rewards = Float64Array.from(authors, (agent, step) => {
    return credit[agent]! / counts[agent]! + eta * (helpful[step]! - sums[agent]! / counts[agent]!);
  });
  return withResidual(rewards, credit, counts);
}

/**
 * r_t = φ_i softmax_β(s)_t over the agent's messages: every message has its agent's sign. β = 0 is the uniform split.
 * @param beta β ≥ 0; the rest, and what it throws, as for `splitCentred`.
 */
export function splitProportional(
  credit: Float64Array,
  authors: readonly number[],
  labels: Labels,
  beta: number,
): MessageSplit {
  checkWeight('beta', beta);
  const helpful = checkedLabels(labels, authors.length);
  const counts = messagesOf(credit.length, authors);
  const most = new Float64Array(credit.length).fill(-1);
  for (const [step, agent] of authors.entries()) most[agent] = Math.max(most[agent]!, helpful[step]!);
  // Relative to the agent's largest label, so that no sum of weights underflows to 0.
  const weights = Float64Array.from(authors, (agent, step) => Math.exp(beta * (helpful[step]! - most[agent]!)));
  const sums = new Float64Array(credit.length);
  for (const [step, agent] of authors.entries()) sums[agent]! += weights[step]!;
  const rewards = Float64Array.from(authors, (agent, step) => credit[agent]! * (weights[step]! / sums[agent]!));
  return withResidual(rewards, credit, counts);
}

/** The split that the rule names. */
export function splitBy(
  rule: SplitRule,
  credit: Float64Array,
  authors: readonly number[],
  labels: Labels,
): MessageSplit {
  return rule.id === 'centred'
    ? splitCentred(credit, authors, labels, rule.eta)
    : splitProportional(credit, authors, labels, rule.beta);
}

/**
 * The largest η for which no message's reward can exceed `width`, the width of the outcome range:
 * (w − max |φ_i| / |T_i|) / 2, and 0 where a share alone exceeds it.
 */
export function largestEta(credit: Float64Array, authors: readonly number[], width: number): number {
  const counts = messagesOf(credit.length, authors);
  const shares = credit.map((value, agent) => (counts[agent]! > 0 ? Math.abs(value) / counts[agent]! : 0));
  return Math.max(0, (width - shares.reduce((most, share) => Math.max(most, share), 0)) / 2);
}

/** The largest |r_t| the rule can give each message, whatever the labels. */
export function rewardBounds(rule: SplitRule, credit: Float64Array, authors: readonly number[]): Float64Array {
  const counts = messagesOf(credit.length, authors);
  return Float64Array.from(authors, (agent) => {
    const size = Math.abs(credit[agent]!);
    const share = 1 / counts[agent]!;
    return rule.id === 'centred' ? size * share + 2 * rule.eta * (1 - share) : size;
  });
}

/** |T_i| per agent. */
function messagesOf(agents: number, authors: readonly number[]): Float64Array {
  const counts = new Float64Array(agents);
  for (const [step, agent] of authors.entries()) {
    if (!(agent in counts))
      throw new CreditbenchError('bad-credit', `author of step ${step} is ${agent}; credit has ${agents} agents`);
    counts[agent]!++;
  }
  return counts;
}

function withResidual(rewards: Float64Array, credit: Float64Array, counts: Float64Array): MessageSplit {
  const residual = [...credit.entries()]
    .filter(([agent, value]) => counts[agent] === 0 && value !== 0)
    .map(([agent, value]) => ({ agent, credit: value }));
  return residual.length === 0 ? { status: 'conserved', rewards } : { status: 'residual', rewards, residual };
}

function checkWeight(name: string, weight: number): void {
  if (weight >= 0 && weight < Number.POSITIVE_INFINITY) return;
  throw new CreditbenchError('bad-options', `${name} is ${weight}; expected a finite number of at least 0`);
}
