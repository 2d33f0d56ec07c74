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

/** What is wrong with a truth, in one sentence; undefined for one of the right length in finite numbers. */
export function faultOfTruth(truth: Truth, { agents, messages }: Episode): string | undefined {
  const { 'first-error': firstError, ...numeric } = truth;
  for (const [estimand, values] of Object.entries(numeric) as [NumericEstimand, Float64Array | undefined][]) {
    if (values === undefined) continue;
    const expected = estimand === 'advantage' ? messages.length : agents.length;
    if (values.length !== expected)
      return `the truth of ${estimand} has ${values.length} numbers; expected ${expected}`;
    const wrong = values.findIndex((value) => !Number.isFinite(value));
    if (wrong >= 0) return `the truth of ${estimand} is ${values[wrong]} at ${wrong}; expected a finite number`;
  }
  if (firstError === undefined || firstError.step === null) return undefined;
  const { step, agent } = firstError;
  if (messages[step] !== undefined && agents[agent] !== undefined) return undefined;
  return `the first error is step ${step} by agent ${agent}; the episode has ${messages.length} and ${agents.length}`;
}
