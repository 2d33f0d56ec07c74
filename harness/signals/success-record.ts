import type { Episode } from '../contract.ts';
import type { SuccessDraft, SuccessRecord } from './audit-record.ts';
import { largestEta, splitBy } from './message-split.ts';

/** What the rewards of a success are made from. `worth` null: none was offered, and `agents` share the outcome itself. */
export type SuccessInputs = {
  readonly theta: number;
  readonly estimator: SuccessRecord['estimator'];
  readonly worth: { readonly empty: number; readonly grand: number } | null;
  /** φ per agent. */
  readonly agents: Float64Array;
  /** s_t per message, in [−1, 1]. */
  readonly labels: ArrayLike<number>;
  readonly source: SuccessRecord['labels'][number]['source'];
  readonly labelNoise?: NonNullable<SuccessRecord['labelNoise']>;
  /** V(h_1) … s(τ), where the labels are their differences. */
  readonly values?: ArrayLike<number>;
  readonly valuesFrom?: NonNullable<SuccessRecord['valuesFrom']>;
  /** η not given: the largest that keeps rewards inside the width of the outcomes. */
  readonly split:
    | { readonly id: 'centred'; readonly eta?: number }
    | { readonly id: 'proportional'; readonly beta: number };
};

/** Agent credit refined into message rewards, with everything it took; `rewards` are the record's, one per message. */
export function recordSuccess(
  { agents, messages, outcome, range }: Episode,
  { theta, estimator, worth, agents: credit, labels, source, labelNoise, values, valuesFrom, split }: SuccessInputs,
): { readonly draft: SuccessDraft; readonly rewards: Float64Array } {
  const authors = messages.map(({ agent }) => agent);
  const rule =
    split.id === 'proportional'
      ? split
      : { id: split.id, eta: split.eta ?? largestEta(credit, authors, range[1] - range[0]) };
  const made = splitBy(rule, credit, authors, labels);
  const nameOf = (agent: number) => agents[agent]!.id;
  const draft: SuccessDraft = {
    branch: 'success',
    outcome,
    range: [...range],
    theta,
    estimator,
    worth: worth === null ? null : { ...worth },
    agents: Object.fromEntries(agents.map(({ id }, agent) => [id, credit[agent]!])),
    ...(values === undefined ? {} : { values: Array.from(values) }),
    ...(valuesFrom === undefined ? {} : { valuesFrom }),
    labels: messages.map((_, step) => ({ step, value: labels[step]!, source })),
    ...(labelNoise === undefined ? {} : { labelNoise }),
    split: rule,
    messages: authors.map((agent, step) => ({ step, agent: nameOf(agent), reward: made.rewards[step]! })),
    residual: Object.fromEntries(
      made.status === 'residual' ? made.residual.map((one) => [nameOf(one.agent), one.credit]) : [],
    ),
    luck: worth === null ? null : outcome - worth.grand,
  };
  return { draft, rewards: made.rewards };
}
