import type { FailureRecord } from '../../harness/signals/audit-record.ts';
import { numberText } from '../number-text.ts';
import { type MessageView, messageView } from './message-view.ts';

/** Where a failure began, what followed, and what could have been said instead. */
export type FailureView = {
  readonly facts: readonly { readonly name: string; readonly text: string }[];
  readonly firstError: string;
  /** Who the first error is by; null where there is none. */
  readonly blamed: string | null;
  readonly checks: readonly string[];
  readonly repairPays: boolean;
  readonly messages: readonly MessageView[];
  readonly pairs: readonly {
    readonly kind: string;
    readonly step: number;
    readonly chosen: string;
    readonly rejected: string;
    readonly chosenValue: string;
    readonly rejectedValue: string;
  }[];
  readonly dropped: readonly {
    readonly kind: string;
    readonly step: number;
    readonly alternative: string;
    readonly reason: string;
  }[];
};

export function failureView(record: FailureRecord): FailureView {
  const { steps, values, classes, scalar, pairs, dropped, checks, firstError, scale, repairPays } = record;
  return {
    facts: [
      { name: 'badness', text: badnessText(record) },
      { name: 'search', text: `${record.search}, ${checks.length} checks` },
      { name: 'classes by', text: record.classifier },
      {
        name: 'scale',
        text: `κ = ${numberText(scale.kappa)}, ρ = ${numberText(scale.rho)}, κ′ = ${numberText(scale.kappaTail)}`,
      },
    ],
    firstError: firstErrorText(record),
    blamed: firstError.step === null ? null : steps[firstError.step]!.agent,
    checks: checks.map(({ prefix, bad }) => `${prefix}: ${bad ? 'faulty' : 'fine'}`),
    repairPays,
    messages: steps.map(({ agent, message }, step) => {
      const note = values === null ? '' : `value ${numberText(values[step]!)} → ${numberText(values[step + 1]!)}`;
      return messageView({ step, agent, text: message, note }, scalar[step]!.reward, 1, classes[step]!.class);
    }),
    pairs: pairs.map((pair) => ({
      ...pair,
      chosenValue: numberText(pair.chosenValue),
      rejectedValue: numberText(pair.rejectedValue),
    })),
    dropped,
  };
}

function firstErrorText({ firstError }: FailureRecord): string {
  if (firstError.step !== null) return `First error: step ${firstError.step}, by`;
  return firstError.reason === 'undetermined'
    ? 'First error undetermined: it failed, and no prefix that was checked is faulty'
    : 'No first error: there is no message to blame';
}

function badnessText({ badness, epsilon }: FailureRecord): string {
  const tolerance = `ε = ${numberText(epsilon)}`;
  if (badness.id === 'drop') return `drop in value by more than ${tolerance}`;
  if (badness.id === 'no-return') return `value below ${numberText(badness.kappa)}; ${tolerance}`;
  if (badness.id === 'counterfactual') return `counterfactual, ${badness.protocol}; ${tolerance}`;
  return `judged faulty; ${tolerance}`;
}
