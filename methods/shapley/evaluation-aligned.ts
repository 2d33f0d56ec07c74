import type { Answer } from '../../harness/contract.ts';
import { defineMethod } from '../../harness/define.ts';
import { CreditbenchError } from '../../harness/errors.ts';
import { alignedFailure } from './aligned-failure.ts';
import { type AlignedOptions, alignedOptions } from './aligned-options.ts';
import type { Refusal, Setting } from './aligned-setting.ts';
import { alignedSuccess } from './aligned-success.ts';
import { type FailurePlan, failurePlan } from './failure-plan.ts';
import { type SuccessPlan, successPlan } from './success-plan.ts';

const probes = ['worth', 'judge', 'replay', 'sample', 'critic', 'policy'] as const;

/**
 * Success: Shapley agent credit, refined into message rewards by how helpful each message was. Failure: the first error, and
 * preferences and rewards that punish it and pay for its repair. Our interpretation of a conceptual paper.
 */
export const evaluationAligned = defineMethod({
  id: 'evaluation-aligned',
  title: 'Evaluation-aligned signals (our interpretation)',
  source: 'Yang et al. (2025), arXiv 2511.10687; every formula but the Shapley value: interpretation',
  targets: ['shapley', 'first-error'],
  needs: [],
  uses: probes,
  cost: 'success: an estimate of the Shapley value and T judgements; failure: judgements of prefixes, and the rest of the budget on values and alternatives',
  laws: { 'message-conservation': 'always', determinism: 'always', budget: 'always' },
  options: alignedOptions,
  refuses(episode, limit, options, noise, offers) {
    const plan = planOf({ episode, limit, noise, offers }, options);
    return 'refusal' in plan ? plan.refusal : undefined;
  },
  async assign(episode, access, options): Promise<Answer> {
    const offers = probes.filter((probe) => access[probe] !== undefined);
    const plan = planOf({ episode, limit: access.budget.limit, noise: access.noise, offers }, options);
    if ('refusal' in plan) throw new CreditbenchError('refused', plan.refusal);
    const answer = await ('success' in plan
      ? alignedSuccess(episode, access, plan.theta, plan.success, options)
      : alignedFailure(episode, access, plan.theta, plan.failure, options));
    if (options.null === undefined || answer.record === undefined) return answer;
    return { ...answer, record: { ...answer.record, null: options.null } };
  },
});

type Plan = { readonly theta: number } & ({ readonly success: SuccessPlan } | { readonly failure: FailurePlan });

/** Which branch the episode takes and how it is paid for, or why it cannot be. */
function planOf(setting: Setting, options: AlignedOptions): Plan | Refusal {
  const { agents, messages, outcome, range } = setting.episode;
  if (messages.length === 0) return { refusal: 'an episode without messages has none to reward' };
  const twice = agents.find(({ id }, place) => agents.findIndex((other) => other.id === id) < place);
  if (twice !== undefined) return { refusal: `two agents are named "${twice.id}"; its record needs names apart` };
  const theta = options.theta ?? range[1];
  if (theta > range[1]) return { refusal: `theta is ${theta}; no outcome is above ${range[1]}` };
  if (outcome >= theta) {
    const success = successPlan(setting, options);
    return 'refusal' in success ? success : { theta, success };
  }
  const failure = failurePlan(setting, options);
  return 'refusal' in failure ? failure : { theta, failure };
}
