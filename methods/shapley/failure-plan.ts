import { needsCalls } from '../options.ts';
import type { AlignedOptions } from './aligned-options.ts';
import { lacks, type Refusal, replaysWithin, type Setting } from './aligned-setting.ts';

/** How a failure will be looked into. */
export type FailurePlan = {
  readonly values: 'replay' | 'critic' | 'none';
  /** Other messages tried per step, and where they are from. */
  readonly alternatives: number;
  readonly proposals: 'sample' | 'policy';
  /** Continuations per context and per alternative. */
  readonly replays: number;
  readonly classifier: 'values' | 'judge';
  readonly isJudged: boolean;
};

type Effort = Pick<FailurePlan, 'values' | 'alternatives'>;
const alternativesByDefault = 4;

/**
 * The fullest effort that the purse affords at one continuation or more for every context and every alternative of every step:
 * values and alternatives, or values alone, or neither; what an option asks for is never left out.
 */
export function failurePlan(setting: Setting, options: AlignedOptions): FailurePlan | Refusal {
  const { episode, limit, offers } = setting;
  const { badness, verdicts, replays: given } = options;
  if (badness === 'judged' && !offers.includes('judge')) return lacks('judge', 'badness=judged on failure', offers);
  const proposals = options.proposals ?? (offers.includes('sample') ? 'sample' : 'policy');
  const efforts = effortsOf(setting, options, proposals);
  if ('refusal' in efforts) return efforts;
  const steps = episode.messages.length;
  const affordable = efforts.flatMap(({ values, alternatives }) => {
    const contexts = contextsOf({ values, alternatives }, steps);
    const replays = contexts === 0 ? 1 : replaysWithin(given, limit - 1, contexts);
    return replays === undefined ? [] : [{ values, alternatives, replays }];
  });
  const [effort] = affordable;
  if (effort === undefined) {
    const least = contextsOf(efforts.at(-1)!, steps);
    return { refusal: needsCalls(1 + (given ?? 1) * least, limit)! };
  }
  const isJudged = verdicts !== 'none' && offers.includes('judge');
  const classifier = options.classifier ?? (effort.values === 'none' ? 'judge' : 'values');
  if (classifier === 'judge' && !isJudged) return lacks('judge', 'the classes of messages on failure', offers);
  if (classifier === 'values' && effort.values === 'none')
    return { refusal: 'classifier=values needs values, and this input or budget gives none' };
  return { ...effort, proposals, classifier, isJudged };
}

function contextsOf({ values, alternatives }: Effort, steps: number): number {
  return steps * ((values === 'replay' ? 1 : 0) + alternatives);
}

/** What could be done, the fullest first. */
function effortsOf(
  { offers }: Setting,
  { badness, values, alternatives, classifier }: AlignedOptions,
  proposals: 'sample' | 'policy',
): readonly [Effort, ...Effort[]] | Refusal {
  const isReplayable = offers.includes('replay');
  const canPropose = isReplayable && offers.includes(proposals);
  if (values === 'replay' && !isReplayable) return lacks('replay', 'values=replay on failure', offers);
  if (values === 'critic' && !offers.includes('critic')) return lacks('critic', 'values=critic on failure', offers);
  if (badness === 'counterfactual' || (alternatives ?? 0) > 0) {
    if (!canPropose) return lacks(`replay, ${proposals}`, 'alternatives on failure', offers);
    if (badness === 'counterfactual' && alternatives === 0)
      return { refusal: 'badness=counterfactual needs alternatives; the option alternatives is 0' };
    if (badness !== 'counterfactual' && (values === 'critic' || values === 'none'))
      return { refusal: `alternatives are compared with values by replay; the option values is ${values}` };
  }
  const tried = alternatives ?? (canPropose ? alternativesByDefault : 0);
  if (badness === 'counterfactual') {
    const without: Effort = { values: 'none', alternatives: tried };
    if (values === 'none') return [without];
    const full: Effort = { values: 'replay', alternatives: tried };
    return values === 'replay' ? [full] : [full, without];
  }
  if (values === 'critic' || values === 'none') return [{ values, alternatives: 0 }];
  const needsValues = badness !== 'judged' || values === 'replay' || (alternatives ?? 0) > 0 || classifier === 'values';
  if (!isReplayable) {
    if (!needsValues) return [{ values: 'none', alternatives: 0 }];
    return offers.includes('critic')
      ? [{ values: 'critic', alternatives: 0 }]
      : lacks('replay or critic', 'values on failure', offers);
  }
  const full: Effort = { values: 'replay', alternatives: tried };
  const plain: readonly Effort[] = alternatives === undefined ? [{ values: 'replay', alternatives: 0 }] : [];
  return needsValues ? [full, ...plain] : [full, ...plain, { values: 'none', alternatives: 0 }];
}
