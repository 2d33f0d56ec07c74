import type { Episode } from '../../harness/contract.ts';
import type { SuccessRecord } from '../../harness/signals/audit-record.ts';
import { numberText } from '../number-text.ts';
import { type MessageView, messageView, signedText } from './message-view.ts';
import { type SignedBar, signedBar } from './signed-bar.ts';

/** Who got what on a success, and where the rest of the outcome is booked. */
export type SuccessView = {
  readonly facts: readonly { readonly name: string; readonly text: string }[];
  readonly agents: readonly { readonly name: string; readonly credit: string; readonly bar: SignedBar }[];
  readonly booked: readonly { readonly name: string; readonly meaning: string; readonly value: string }[];
  readonly conservation: string;
  readonly messages: readonly MessageView[];
};

/** A record without message texts, and the episode that has them. */
export function successView(record: SuccessRecord, { messages }: Episode): SuccessView {
  const { agents, labels, split, estimator, range } = record;
  const rewards = record.messages.map(({ reward }) => reward);
  const limit = Math.max(range[1] - range[0], ...rewards.map(Math.abs), ...Object.values(agents).map(Math.abs));
  return {
    facts: [
      { name: 'estimator', text: estimatorText(estimator) },
      {
        name: 'split',
        text:
          split.id === 'centred'
            ? `centred, η = ${numberText(split.eta)}`
            : `proportional, β = ${numberText(split.beta)}`,
      },
    ],
    agents: Object.entries(agents).map(([name, credit]) => ({
      name,
      credit: signedText(credit),
      bar: signedBar(credit, limit),
    })),
    booked: [...outcomeBooked(record), ...residualBooked(record)],
    conservation: conservationText(record),
    messages: record.messages.map(({ step, agent, reward }) => {
      const label = labels.find((one) => one.step === step);
      const note = label === undefined ? '' : `label ${signedText(label.value)} (${label.source})`;
      return messageView({ step, agent, text: messages[step]!.text, note }, reward, limit);
    }),
  };
}

/** What of the outcome no agent gets. */
function outcomeBooked({ worth, luck }: SuccessRecord): SuccessView['booked'] {
  if (worth === null || luck === null) return [];
  return [
    { name: 'baseline v(∅)', meaning: 'what nobody is needed for', value: numberText(worth.empty) },
    {
      name: 'luck R − v(N)',
      meaning: "this episode's outcome beyond the team's expected one",
      value: signedText(luck),
    },
  ];
}

function residualBooked({ residual }: SuccessRecord): SuccessView['booked'] {
  return Object.entries(residual).map(([name, credit]) => ({
    name: `residual of ${name}`,
    meaning: 'credit that no message of its carries',
    value: signedText(credit),
  }));
}

function conservationText({ agents, worth, outcome }: SuccessRecord): string {
  const sum = numberText(Object.values(agents).reduce((total, credit) => total + credit, 0));
  if (worth === null)
    return `Σ agents = ${sum}; no worth is known, so the outcome R = ${numberText(outcome)} itself was shared`;
  return `Σ agents = ${sum} = v(N) − v(∅) = ${numberText(worth.grand)} − ${numberText(worth.empty)}`;
}

function estimatorText({ id, orders, draws, noise, seed }: SuccessRecord['estimator']): string {
  const parts = [
    ...(orders === undefined ? [] : [`${orders} orders`]),
    ...(draws === undefined ? [] : [`${draws} draws per coalition`]),
    ...(noise === undefined ? [] : [`noise ${noise}`]),
    ...(seed === undefined ? [] : [`seed ${seed}`]),
  ];
  return [id, ...parts].join(', ');
}
