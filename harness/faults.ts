import type { Episode, NumericEstimand, Truth } from './contract.ts';

/** What is wrong with an episode that a task hands out, in one sentence; undefined for a sound one. */
export function faultOfEpisode({ agents, messages, outcome, range }: Episode): string | undefined {
  if (agents.length === 0) return 'the episode has no agents';
  if (!Number.isFinite(outcome)) return `the outcome of the episode is ${outcome}; expected a finite number`;
  if (!(range[0] <= outcome && outcome <= range[1]))
    return `the outcome of the episode is ${outcome}; its range is [${range[0]}, ${range[1]}]`;
  const stray = messages.findIndex(({ agent }) => agents[agent] === undefined);
  return stray < 0 ? undefined : `message ${stray} is by agent ${messages[stray]!.agent} of ${agents.length}`;
}

type Numbers = { readonly [E in NumericEstimand]?: Float64Array };

function known(numbers: Numbers): [NumericEstimand, Float64Array][] {
  // The keys of the type are all the keys there are: a task that adds others gets the sentence of a wrong length.
  const entries = Object.entries(numbers) as [NumericEstimand, Float64Array | undefined][];
  return entries.flatMap(([estimand, values]) => (values === undefined ? [] : [[estimand, values]]));
}

function faultOfNumbers(name: string, values: Float64Array, expected: number): string | undefined {
  if (values.length !== expected) return `${name} has ${values.length} numbers; expected ${expected}`;
  const wrong = values.findIndex((value) => !Number.isFinite(value));
  return wrong < 0 ? undefined : `${name} is ${values[wrong]} at ${wrong}; expected a finite number`;
}

/** What is wrong with a truth, in one sentence; undefined for one of the right length in finite numbers. */
export function faultOfTruth(truth: Truth, { agents, messages }: Episode): string | undefined {
  const { 'first-error': firstError, standardErrors = {}, ...numeric } = truth;
  const lengthOf = (estimand: NumericEstimand) => (estimand === 'advantage' ? messages.length : agents.length);
  for (const [estimand, values] of known(numeric)) {
    const fault = faultOfNumbers(`the truth of ${estimand}`, values, lengthOf(estimand));
    if (fault !== undefined) return fault;
  }
  for (const [estimand, values] of known(standardErrors)) {
    const fault = faultOfNumbers(`the standard error of the truth of ${estimand}`, values, lengthOf(estimand));
    if (fault !== undefined) return fault;
  }
  if (firstError === undefined || firstError.step === null) return undefined;
  const { step, agent } = firstError;
  if (messages[step] !== undefined && agents[agent] !== undefined) return undefined;
  return `the first error is step ${step} by agent ${agent}; the episode has ${messages.length} and ${agents.length}`;
}
