import type { FailureRecord, SuccessRecord } from '../../../harness/signals/audit-record.ts';
import { drop } from '../../../harness/signals/badness.ts';
import { linearSearch } from '../../../harness/signals/first-error.ts';
import { type SplitRule, splitBy } from '../../../harness/signals/message-split.ts';
import { type PairStep, preferencePairs } from '../../../harness/signals/preference-pairs.ts';
import { classesByValue, classesByVerdict, type Verdict } from '../../../harness/signals/repair-classes.ts';
import { defaultTwinScale, scalarTwin } from '../../../harness/signals/scalar-twin.ts';

export const nameOf = (agent: number) => `agent ${agent}`;

/** The record of a success with this credit, whose baseline is 0.25. */
export function recordOfSuccess(
  credit: Float64Array,
  authors: readonly number[],
  labels: readonly number[],
  split: SplitRule,
): SuccessRecord {
  const made = splitBy(split, credit, authors, labels);
  const unsplit = made.status === 'residual' ? made.residual : [];
  const grand = credit.reduce((sum, value) => sum + value, 0.25);
  return {
    kind: 'signals',
    instance: 'planted-01',
    outcome: 1,
    range: [0, 1],
    theta: 1,
    null: 'placeholder',
    calls: { evaluator: 2 ** credit.length, judge: authors.length, messages: 24 },
    branch: 'success',
    estimator: { id: 'shapley-exact' },
    worth: { empty: 0.25, grand },
    agents: Object.fromEntries([...credit.entries()].map(([agent, value]) => [nameOf(agent), value])),
    labels: labels.map((value, step) => ({ step, value, source: 'prm' })),
    split,
    messages: authors.map((agent, step) => ({ step, agent: nameOf(agent), reward: made.rewards[step]! })),
    residual: Object.fromEntries(unsplit.map(({ agent, credit: value }) => [nameOf(agent), value])),
    luck: 1 - grand,
  };
}

export type Failure = {
  readonly steps: readonly PairStep[];
  readonly values: readonly number[];
  readonly epsilon: number;
  readonly verdicts: readonly Verdict[];
};

/** The record of a failure whose first error is the first drop. */
export async function recordOfFailure(
  { steps, values, epsilon, verdicts }: Failure,
  classifier: 'values' | 'judge',
): Promise<FailureRecord> {
  const { found, checks } = await linearSearch(steps.length, drop(values, epsilon));
  const byValue = classesByValue(values, found.step, epsilon);
  const byJudge = classesByVerdict(verdicts, found.step);
  const used = classifier === 'values' ? byValue : byJudge;
  const { pairs, dropped } = preferencePairs(steps, used, values, epsilon);
  const { rewards, repairPays } = scalarTwin(used);
  return {
    kind: 'signals',
    instance: 'planted-02',
    outcome: 0,
    range: [0, 1],
    theta: 1,
    null: 'placeholder',
    calls: { evaluator: 0, judge: steps.length, messages: 24 },
    branch: 'failure',
    badness: { id: 'drop' },
    search: 'linear',
    epsilon,
    values: [...values],
    steps: steps.map(({ context, message, alternatives }, step) => ({
      agent: nameOf(step % 2),
      context,
      message,
      verdict: verdicts[step],
      alternatives: [...alternatives],
    })),
    checks: [...checks],
    firstError: found,
    classifier,
    classes: used.map((one, step) => ({ step, class: one, byValue: byValue[step], byJudge: byJudge[step] })),
    pairs: [...pairs],
    dropped: [...dropped],
    scale: { ...defaultTwinScale },
    scalar: Array.from(rewards, (reward, step) => ({ step, reward })),
    repairPays,
  };
}
