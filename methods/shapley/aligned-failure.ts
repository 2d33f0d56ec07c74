import type { Access, Answer, Episode, Probe } from '../../harness/contract.ts';
import type { FailureRecord } from '../../harness/signals/audit-record.ts';
import { type Badness, drop, isRepairable, noReturn } from '../../harness/signals/badness.ts';
import { classesOf, recordFailure } from '../../harness/signals/failure-record.ts';
import { binarySearch, linearSearch } from '../../harness/signals/first-error.ts';
import { type JudgeSubject, judgeVerdicts } from '../../harness/signals/judge-verdicts.ts';
import type { AlignedOptions } from './aligned-options.ts';
import type { FailurePlan } from './failure-plan.ts';
import { messageValues } from './message-values.ts';
import { type OtherMessages, otherMessages } from './other-messages.ts';

type Aligned = Access<never, Exclude<Probe, 'rollout'>>;

/** The first error, and what its repair and its continuation are worth as preferences and as rewards. */
export async function alignedFailure(
  episode: Episode,
  access: Aligned,
  theta: number,
  plan: FailurePlan,
  options: AlignedOptions,
): Promise<Answer> {
  const { messages, range } = episode;
  const { proposals, replays } = plan;
  const { epsilon = 0.05 * (range[1] - range[0]), kappa, rho, kappaTail } = options;
  const valuesFrom = plan.values === 'replay' ? { id: plan.values, replays } : { id: 'critic' as const };
  const values = plan.values === 'none' ? null : await messageValues(episode, access, valuesFrom);
  const others = otherMessages(episode, access, plan, values);
  const { badness, isBad, rights } = badnessOf(episode, access, { theta, epsilon, values, others }, options);
  const search = options.search === 'binary' ? binarySearch : linearSearch;
  const { found, checks } = await search(messages.length, isBad);
  const verdicts = plan.isJudged ? await verdictsAfter(found.step, episode, access, options) : undefined;
  const known = { values, firstError: found, epsilon, ...(verdicts === undefined ? {} : { verdicts }) };
  if (values !== null) {
    const classes = classesOf(known)[plan.classifier]!;
    await Promise.all(classes.map((one, step) => (isPaired[one] ? others.at(step) : undefined)));
  }
  const record = recordFailure(episode, {
    ...known,
    theta,
    badness,
    search: options.search,
    checks: checks.map((check) => {
      const right = rights.get(check.prefix);
      return right === undefined ? check : { ...check, right };
    }),
    ...(values === null ? {} : { valuesFrom }),
    alternatives: await others.asked(),
    ...(plan.alternatives === 0 ? {} : { alternativesFrom: { proposals, most: plan.alternatives, replays } }),
    ...(verdicts === undefined ? {} : { verdictsFrom: { subject: subjectOf(options), faulty: options.faulty } }),
    classifier: plan.classifier,
    scale: { kappa, rho, kappaTail },
  });
  return { firstError: found.step, record };
}

const isPaired = { 'pre-error': false, error: true, repair: true, 'failure-aligned': true, neutral: false };

type Known = {
  readonly theta: number;
  readonly epsilon: number;
  readonly values: Float64Array | null;
  readonly others: OtherMessages;
};
type Question = {
  readonly badness: FailureRecord['badness'];
  readonly isBad: (prefix: number) => boolean | Promise<boolean>;
  /** What the judge answered, by prefix. */
  readonly rights: ReadonlyMap<number, number>;
};

/** The predicate that the search asks, prefix by prefix, so that nothing is paid for that it does not ask. */
function badnessOf(
  { messages, range: [low, high] }: Episode,
  { judge }: Aligned,
  { theta, epsilon, values, others }: Known,
  { badness: id, faulty, level = (low + high) / 2 }: AlignedOptions,
): Question {
  const rights = new Map<number, number>();
  // The plan values every context where the badness is by values, and judges only where a judge is offered.
  const byValues = (isBad: (values: Float64Array) => Badness) => isBad(values!);
  if (id === 'drop') return { badness: { id }, isBad: byValues((known) => drop(known, epsilon)), rights };
  if (id === 'no-return')
    return { badness: { id, kappa: level }, isBad: byValues((known) => noReturn(known, level)), rights };
  if (id === 'counterfactual')
    return {
      badness: { id, protocol: 'the best of the alternatives, continued by the team with fresh randomness' },
      isBad: async (prefix) =>
        isRepairable({ message: messages[prefix - 1]!.text, alternatives: await others.at(prefix - 1) }, theta),
      rights,
    };
  return {
    badness: { id, faulty },
    isBad: async (prefix) => {
      const [right] = await judge!([prefix - 1]);
      rights.set(prefix, right!);
      return right! < faulty;
    },
    rights,
  };
}

/** What the judge says of every message after the error. */
async function verdictsAfter(error: number | null, { messages }: Episode, { judge }: Aligned, options: AlignedOptions) {
  const steps = messages.map((_, step) => step);
  const later = error === null ? [] : steps.filter((step) => step > error);
  const answers = later.length === 0 ? [] : await judge!(later);
  const rights = steps.map((step) => (error === null ? undefined : answers[step - error - 1]));
  return judgeVerdicts(rights, error, options.faulty, subjectOf(options));
}

function subjectOf({ verdicts }: AlignedOptions): JudgeSubject {
  return verdicts === 'prefix' ? 'prefix' : 'step';
}
