import type { SuccessRecord } from './audit-record.ts';
import { differences, tolerance } from './differences.ts';
import { potentialDifferences } from './message-labels.ts';
import { rewardBounds, splitBy } from './message-split.ts';

/** What does not follow from the numbers above it in the record of a success. */
export function verifySuccess(record: SuccessRecord): string[] {
  const misplaced = [...stepsInOrder('labels', record), ...stepsInOrder('messages', record), ...strangers(record)];
  const labels = [...labelsFromValues(record), ...labelNoise(record)];
  return [...worthInRange(record), ...agentCredit(record), ...labels, ...calls(record)].concat(
    // Without a label and an author per message there is nothing to recompute the rewards from.
    misplaced.length > 0 ? misplaced : messageRewards(record),
  );
}

function worthInRange({ worth, range: [low, high] }: SuccessRecord): string[] {
  return Object.entries(worth ?? {})
    .filter(([, value]) => value < low - tolerance || value > high + tolerance)
    .map(([name, value]) => `worth.${name} is ${value}; outcomes are in [${low}, ${high}]`);
}

/** Without a worth the outcome itself is what the agents share, and nobody knows how lucky it was. */
function agentCredit({ agents, worth, outcome, luck, range: [low, high] }: SuccessRecord): string[] {
  const sum = total(Object.values(agents));
  const shared = worth === null ? outcome : worth.grand - worth.empty;
  const most = worth === null ? Math.abs(outcome) : high - low;
  return [
    ...differences('the sum of agents', sum, shared),
    ...differences('luck', luck, worth === null ? null : outcome - worth.grand),
    ...Object.entries(agents)
      .filter(([, credit]) => Math.abs(credit) > most + tolerance)
      .map(([name, credit]) => `agents.${name} is ${credit}; its size is at most ${most}`),
  ];
}

function stepsInOrder(part: 'labels' | 'messages', { labels, messages }: SuccessRecord): string[] {
  const steps = { labels, messages }[part].map(({ step }) => step);
  return differences(`the steps of ${part}`, steps, [...messages.keys()]);
}

function strangers({ agents, messages, residual }: SuccessRecord): string[] {
  return [
    ...messages.map(({ agent }, step) => ({ agent, where: `messages[${step}].agent` })),
    ...Object.keys(residual).map((agent) => ({ agent, where: 'residual' })),
  ]
    .filter(({ agent }) => !Object.hasOwn(agents, agent))
    .map(({ agent, where }) => `${where} names "${agent}"; agents has no such name`);
}

function labelsFromValues({ labels, values, range: [low, high] }: SuccessRecord): string[] {
  if (values === undefined) return [];
  const expected = potentialDifferences(values, high - low);
  return labels.flatMap(({ step, value, source }, place) => {
    return source === 'potential-difference' ? differences(`labels[${place}].value`, value, expected[step]) : [];
  });
}

function labelNoise({ labels, labelNoise }: SuccessRecord): string[] {
  return labels
    .filter(({ source }) => (source === 'noisy') !== (labelNoise !== undefined))
    .map(({ step, source }) => `the label of step ${step} is of source "${source}"; labelNoise says otherwise`);
}

function messageRewards({ agents, labels, messages, residual, split }: SuccessRecord): string[] {
  const names = Object.keys(agents);
  const credit = Float64Array.from(Object.values(agents));
  const authors = messages.map(({ agent }) => names.indexOf(agent));
  const expected = splitBy(
    split,
    credit,
    authors,
    labels.map(({ value }) => value),
  );
  const unsplit = expected.status === 'residual' ? expected.residual : [];
  const bounds = rewardBounds(split, credit, authors);
  return [
    ...names.flatMap((name, agent) => {
      const own = messages.filter((message) => message.agent === name).map(({ reward }) => reward);
      const sum = total(own) + (Object.hasOwn(residual, name) ? residual[name]! : 0);
      return differences(`the sum of the messages and the residual of "${name}"`, sum, credit[agent]);
    }),
    ...messages.flatMap(({ reward }, step) => [
      ...differences(`messages[${step}].reward`, reward, expected.rewards[step]),
      ...(Math.abs(reward) > bounds[step]! + tolerance
        ? [`messages[${step}].reward is ${reward}; its size is at most ${bounds[step]}`]
        : []),
    ]),
    ...differences('residual', residual, Object.fromEntries(unsplit.map((one) => [names[one.agent]!, one.credit]))),
  ];
}

/**
 * 2ⁿ coalitions drawn `draws` times, or m orders of n − 1 coalitions beside v(∅) and v(N), which are drawn anew for every order
 * where worth is sampled; the continuations that values took; and one more for the episode's own outcome.
 */
function calls({ estimator, agents, labels, valuesFrom, calls: { evaluator } }: SuccessRecord): string[] {
  const { id, orders, draws = 1, noise = 'none' } = estimator;
  const size = Object.keys(agents).length;
  const perOrders = (count: number) => (noise === 'sampled' ? count * (size + 1) : count * Math.max(0, size - 1) + 2);
  const most: Readonly<Record<string, number>> = {
    'shapley-exact': 2 ** size * draws,
    'shapley-permutation': orders === undefined ? Number.POSITIVE_INFINITY : perOrders(orders) * draws,
    'equal-split': 0,
  };
  const continuations = valuesFrom?.id === 'replay' ? valuesFrom.replays * labels.length : 0;
  const limit = (Object.hasOwn(most, id) ? most[id]! : Number.POSITIVE_INFINITY) + continuations + 1;
  return evaluator > limit ? [`calls.evaluator is ${evaluator}; ${id} of ${size} agents asks at most ${limit}`] : [];
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0);
}
