import type { Episode } from '../contract.ts';
import type { FailureDraft, FailureRecord } from './audit-record.ts';
import { contextsOf } from './contexts.ts';
import type { FoundError, SearchId } from './first-error.ts';
import { type Alternative, preferencePairs } from './preference-pairs.ts';
import { classesByValue, classesByVerdict, type StepClass, type Verdict } from './repair-classes.ts';
import { scalarTwin, type TwinScale } from './scalar-twin.ts';

/** What the first error, the classes, the pairs and the scalar twin of a failure are made from. */
export type FailureInputs = {
  readonly theta: number;
  readonly badness: FailureRecord['badness'];
  readonly search: SearchId;
  readonly checks: FailureRecord['checks'];
  readonly firstError: FoundError;
  readonly epsilon: number;
  /** V(h_1) … V(h_{T+1}); null where only a judge was asked. */
  readonly values: ArrayLike<number> | null;
  readonly valuesFrom?: NonNullable<FailureRecord['valuesFrom']>;
  /** What a judge says per message; those up to the error are not read. Not given where no judge was asked. */
  readonly verdicts?: readonly (Verdict | undefined)[];
  /** Messages that the task declares to build on the error. */
  readonly buildsOnError?: ReadonlySet<number>;
  /** What else could have been said, per message. */
  readonly alternatives?: readonly (readonly Alternative[])[];
  readonly alternativesFrom?: NonNullable<FailureRecord['alternativesFrom']>;
  readonly verdictsFrom?: NonNullable<FailureRecord['verdictsFrom']>;
  readonly classifier: 'values' | 'judge';
  readonly scale: TwinScale;
};

/** The class per message by values and by the judge, each where it was asked. */
export function classesOf({
  values,
  verdicts,
  firstError,
  epsilon,
  buildsOnError,
}: Pick<FailureInputs, 'values' | 'verdicts' | 'firstError' | 'epsilon' | 'buildsOnError'>): {
  readonly values: readonly StepClass[] | undefined;
  readonly judge: readonly StepClass[] | undefined;
} {
  return {
    values: values === null ? undefined : classesByValue(values, firstError.step, epsilon, buildsOnError),
    judge:
      verdicts === undefined
        ? undefined
        : classesByVerdict(
            verdicts.map((verdict) => verdict ?? 'neither'),
            firstError.step,
          ),
  };
}

/** The signals of a failure with everything they were made from. @throws RangeError where the classifier was not asked */
export function recordFailure(episode: Episode, inputs: FailureInputs): FailureDraft {
  const { messages, agents, outcome, range } = episode;
  const { theta, badness, search, checks, firstError, epsilon, values, valuesFrom, classifier, scale } = inputs;
  const { verdicts, buildsOnError, alternatives, alternativesFrom, verdictsFrom } = inputs;
  const contexts = contextsOf(episode);
  const steps = messages.map(({ agent, text }, step) => ({
    agent: agents[agent]!.id,
    context: contexts[step]!,
    message: text,
    ...(buildsOnError?.has(step) ? { buildsOnError: true } : {}),
    ...(verdicts?.[step] === undefined ? {} : { verdict: verdicts[step] }),
    alternatives: (alternatives?.[step] ?? []).map((one) => ({ ...one })),
  }));
  const by = classesOf(inputs);
  const classes = by[classifier];
  if (classes === undefined) throw new RangeError(`the classifier is "${classifier}", and it was not asked`);
  const { pairs, dropped } =
    values === null ? { pairs: [], dropped: [] } : preferencePairs(steps, classes, values, epsilon);
  const { rewards, repairPays } = scalarTwin(classes, scale);
  return {
    branch: 'failure',
    outcome,
    range: [...range],
    theta,
    badness,
    search,
    epsilon,
    values: values === null ? null : Array.from(values),
    ...(valuesFrom === undefined ? {} : { valuesFrom }),
    steps,
    ...(alternativesFrom === undefined ? {} : { alternativesFrom }),
    ...(verdictsFrom === undefined ? {} : { verdictsFrom }),
    checks: [...checks],
    firstError,
    classifier,
    classes: classes.map((one, step) => ({
      step,
      class: one,
      ...(by.values === undefined ? {} : { byValue: by.values[step] }),
      ...(by.judge === undefined ? {} : { byJudge: by.judge[step] }),
    })),
    pairs: [...pairs],
    dropped: [...dropped],
    scale: { ...scale },
    scalar: Array.from(rewards, (reward, step) => ({ step, reward })),
    repairPays,
  };
}
