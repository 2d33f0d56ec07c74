import type { FailureRecord } from './audit-record.ts';
import { drop, isRepairable, noReturn } from './badness.ts';
import { differences } from './differences.ts';
import { replaySearch } from './first-error.ts';
import { preferencePairs } from './preference-pairs.ts';
import { classesByValue, classesByVerdict, type StepClass } from './repair-classes.ts';
import { scalarTwin } from './scalar-twin.ts';

/** What does not follow from the numbers above it in the record of a failure. */
export function verifyFailure(record: FailureRecord): string[] {
  const { steps, values } = record;
  if (values !== null && values.length !== steps.length + 1)
    return [`values has ${values.length} numbers for ${steps.length} steps; expected one more than steps`];
  return [...checks(record), ...firstError(record), ...classes(record), ...pairs(record), ...scalar(record)];
}

function checks(record: FailureRecord): string[] {
  const { checks, steps } = record;
  const beyond = checks.filter(({ prefix }) => prefix > steps.length);
  if (beyond.length > 0)
    return beyond.map(({ prefix }) => `checks ask prefix ${prefix}; there are ${steps.length} steps`);
  return checks.flatMap((check, place) => {
    const bad = recomputedBadness(record, check);
    return bad === undefined ? [] : differences(`checks[${place}].bad`, check.bad, bad);
  });
}

/** Whether the prefix is bad, from the numbers in the record; undefined where it only holds the judge's answer. */
function recomputedBadness(
  { badness, values, epsilon, steps, theta }: FailureRecord,
  { prefix, right }: FailureRecord['checks'][number],
): boolean | undefined {
  if (badness.id === 'drop') return values === null ? undefined : drop(values, epsilon)(prefix);
  if (badness.id === 'no-return') return values === null ? undefined : noReturn(values, badness.kappa)(prefix);
  if (badness.id === 'counterfactual') return isRepairable(steps[prefix - 1]!, theta);
  return right === undefined || badness.faulty === undefined ? undefined : right < badness.faulty;
}

function firstError({ search, steps, checks, firstError }: FailureRecord): string[] {
  const found = replaySearch(search, steps.length, checks);
  if (found === undefined) return [`checks are not the questions of a ${search} search of ${steps.length} steps`];
  return differences('firstError', firstError, found);
}

function classes({
  classes,
  classifier,
  values,
  steps,
  epsilon,
  firstError: { step: error },
}: FailureRecord): string[] {
  const builds = new Set(steps.flatMap(({ buildsOnError }, step) => (buildsOnError ? [step] : [])));
  const byValue = values === null ? undefined : classesByValue(values, error, epsilon, builds);
  // The judge is not asked about what came before the error.
  const isJudged = steps.every(({ verdict }, step) => verdict !== undefined || error === null || step <= error);
  const verdicts = steps.map(({ verdict = 'neither' }) => verdict);
  const byJudge = isJudged ? classesByVerdict(verdicts, error) : undefined;
  const used = classifier === 'values' ? byValue : byJudge;
  if (used === undefined) return [`classifier is "${classifier}", but the record lacks what it needs`];
  const expected = steps.map((_, step) => ({
    step,
    class: used[step]!,
    ...both(classes[step]?.byValue, byValue?.[step], 'byValue'),
    ...both(classes[step]?.byJudge, byJudge?.[step], 'byJudge'),
  }));
  return differences('classes', classes, expected);
}

/** A class that is not reported need not be recomputed. */
function both(reported: StepClass | undefined, recomputed: StepClass | undefined, name: 'byValue' | 'byJudge') {
  return reported === undefined ? {} : { [name]: recomputed };
}

function pairs({ pairs, dropped, steps, classes, values, epsilon }: FailureRecord): string[] {
  const expected =
    values === null
      ? { pairs: [], dropped: [] }
      : preferencePairs(
          steps,
          steps.map((_, step) => classes[step]?.class ?? 'neutral'),
          values,
          epsilon,
        );
  return [...differences('pairs', pairs, expected.pairs), ...differences('dropped', dropped, expected.dropped)];
}

function scalar({ scalar, classes, scale, repairPays }: FailureRecord): string[] {
  const twin = scalarTwin(
    classes.map((one) => one.class),
    scale,
  );
  const expected = Array.from(twin.rewards, (reward, step) => ({ step, reward }));
  return [...differences('scalar', scalar, expected), ...differences('repairPays', repairPays, twin.repairPays)];
}
