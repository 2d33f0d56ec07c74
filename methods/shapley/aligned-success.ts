import type { Access, Answer, Episode, Probe } from '../../harness/contract.ts';
import { noisyLabels } from '../../harness/signals/label-noise.ts';
import { potentialDifferences } from '../../harness/signals/message-labels.ts';
import { recordSuccess, type SuccessInputs } from '../../harness/signals/success-record.ts';
import { agentCredit } from './agent-credit.ts';
import type { AlignedOptions } from './aligned-options.ts';
import { messageValues } from './message-values.ts';
import type { SuccessPlan } from './success-plan.ts';

/** Agent credit, refined into message rewards by how helpful each message was. */
export async function alignedSuccess(
  episode: Episode,
  access: Access<never, Exclude<Probe, 'rollout'>>,
  theta: number,
  plan: SuccessPlan,
  options: AlignedOptions,
): Promise<Answer> {
  const helpful = await labels(episode, access, plan, options);
  const credit = await agentCredit(episode, access, plan.estimator);
  const { split, eta, beta = 1 } = options;
  const { draft, rewards } = recordSuccess(episode, {
    theta,
    ...credit,
    ...helpful,
    split: split === 'proportional' ? { id: split, beta } : { id: split, ...(eta === undefined ? {} : { eta }) },
  });
  return { agents: credit.agents, messages: rewards, firstError: null, record: draft };
}

type Labels = Pick<SuccessInputs, 'labels' | 'source' | 'labelNoise' | 'values' | 'valuesFrom'>;

async function labels(
  episode: Episode,
  access: Access<never, Exclude<Probe, 'rollout'>>,
  { values: valuesFrom }: SuccessPlan,
  { labels: source, sigma = 0, flip = 0, faulty }: AlignedOptions,
): Promise<Labels> {
  const { messages, range } = episode;
  const values = valuesFrom === undefined ? undefined : await messageValues(episode, access, valuesFrom);
  const known = values === undefined ? {} : { values, ...(valuesFrom === undefined ? {} : { valuesFrom }) };
  const exact =
    values === undefined
      ? // The plan asks for the judge only where it is offered.
        (await access.judge!(messages.map((_, step) => step))).map((right) => labelOf(right, source, faulty))
      : potentialDifferences(values, range[1] - range[0]);
  if (sigma === 0 && flip === 0) return { labels: exact, source, ...known };
  const noisy = noisyLabels(exact, { sigma, flip }, access.random.stream('labels'));
  return { labels: noisy, source: 'noisy', labelNoise: { of: source, sigma, flip }, ...known };
}

/** P(right) on [−1, 1], or the verdict it amounts to. */
function labelOf(right: number, source: AlignedOptions['labels'], faulty: number): number {
  if (source === 'judge') return right < faulty ? -1 : 1;
  return 2 * right - 1;
}
