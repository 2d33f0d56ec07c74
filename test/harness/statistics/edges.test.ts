import { describe, expect, it } from 'vitest';
import { clusteredStandardError } from '../../../harness/statistics/clustered-standard-error.ts';
import { dolanMoreProfile } from '../../../harness/statistics/dolan-more-profile.ts';
import { hierarchicalBootstrap } from '../../../harness/statistics/hierarchical-bootstrap.ts';
import { interquartileMean } from '../../../harness/statistics/interquartile-mean.ts';
import { meanScore } from '../../../harness/statistics/mean-score.ts';
import { nonInferiority } from '../../../harness/statistics/non-inferiority.ts';
import { optimalityGap } from '../../../harness/statistics/optimality-gap.ts';
import { performanceProfile } from '../../../harness/statistics/performance-profile.ts';
import { predictionInterval } from '../../../harness/statistics/prediction-interval.ts';
import { probabilityOfImprovement } from '../../../harness/statistics/probability-of-improvement.ts';
import { stratifiedBootstrap } from '../../../harness/statistics/stratified-bootstrap.ts';

const inputs: Record<string, readonly number[]> = {
  'no value': [],
  'one value': [0.3],
  'two values': [0.1, 0.9],
  'all equal': [0.1, 0.1, 0.1, 0.1, 0.1, 0.1],
  'all zero': [0, 0, 0],
  'minus zero': [-0, 0],
  'complete separation': [0, 0, 0, 1, 1, 1],
  'very large': [1e300, -1e300, 1e300],
  'very small': [5e-324, 0, 5e-324],
};

const settings = { seed: 1, resamples: 50 };
const calls: Record<string, (values: readonly number[]) => unknown> = {
  interquartileMean,
  optimalityGap: (values) => optimalityGap(values),
  probabilityOfImprovement: (values) => probabilityOfImprovement(column(values), column([0.1, 0.2])),
  performanceProfile: (values) => performanceProfile(column(values), [0, 0.5], { over: 'task-means' }),
  dolanMoreProfile: (values) => dolanMoreProfile(column(values.map(Math.abs)), [1, 2]),
  clusteredStandardError: (values) => clusteredStandardError(values.map(Math.sign), values),
  stratifiedBootstrap: (values) => stratifiedBootstrap(column(values), interquartileMean, settings),
  hierarchicalBootstrap: (values) =>
    hierarchicalBootstrap(values.length === 0 ? [] : [column(values)], meanScore, { ...settings, expanded: true }),
  nonInferiority: (values) => nonInferiority(values.map(Math.sign), undefined, { margin: 0.1 }),
  predictionInterval: (values) => predictionInterval(values.map(Math.sign)),
};
const cases = Object.keys(calls).flatMap((call) => Object.keys(inputs).map((input) => [call, input] as const));

function column(values: readonly number[]): number[][] {
  return values.map((value) => [value]);
}

/** Every number inside a result. */
function numbersIn(result: unknown): number[] {
  if (typeof result === 'number') return [result];
  if (result instanceof Float64Array) return [...result];
  return typeof result === 'object' && result !== null ? Object.values(result).flatMap(numbersIn) : [];
}

describe('at the edge', () => {
  it.each(cases)('%s of %s is made of finite numbers, or says why it has none', (call, input) => {
    const result = calls[call]!(inputs[input]!);
    const numbers = numbersIn(result);
    expect(numbers.filter((number) => !Number.isFinite(number) || Object.is(number, -0))).toEqual([]);
    if (numbers.length === 0) expect(result).toEqual({ reason: expect.stringMatching(/^[a-z].+[^.]$/) });
  });
});
