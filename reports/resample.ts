import { once } from '../harness/once.ts';
import { type Random, randomNormal, randomOf } from '../harness/random.ts';
import { spearman } from '../harness/statistics/spearman.ts';
import type { Series } from './group.ts';
import { rankPairs, spearmanOf } from './pooled-rank.ts';

/**
 * A statistic over instances: its value, or why it has none, and its bootstrap replicates (undefined for one instance; NaN
 * where a resample is constant and has no correlation). The n-th replicates of all statistics belong to one resample.
 */
export type Estimate = {
  readonly value: number | string;
  readonly instances: number;
  readonly replicates: Float64Array | undefined;
};

const resamples = 1000;

/** What stands behind every interval, in words. */
export const intervalKind = `95 % percentile bootstrap intervals over instances (${resamples} resamples)`;

/**
 * How often each of `size` instances is drawn in each resample, resample by resample. Named by the task and not by the method,
 * so every method is resampled alike and a copy of a method gets the same interval to the last bit.
 */
export type Draws = ((size: number) => readonly Uint32Array[]) & {
  /** A standard normal per resample, for the error of a sampled truth. */
  normals(): Float64Array;
};

/** Draws of one task, made once per size. */
export function drawsOf(salt: string, task: string): Draws {
  const known = new Map<number, Uint32Array[]>();
  const timesOf = (size: number) => {
    const found = known.get(size) ?? drawTimes(size, randomOf(salt, 'bootstrap', task, size));
    known.set(size, found);
    return found;
  };
  const normals = once(() => {
    const random = randomOf(salt, 'bootstrap', task, 'truth');
    return Float64Array.from({ length: resamples }, () => randomNormal(random));
  });
  return Object.assign(timesOf, { normals });
}

function drawTimes(size: number, random: Random): Uint32Array[] {
  return Array.from({ length: resamples }, () => {
    const times = new Uint32Array(size);
    for (let draw = 0; draw < size; draw++) times[random.below(size)]!++;
    return times;
  });
}

/** Mean over instances of the mean over seeds, or one rank correlation over everything pooled. Instances in canonical order. */
export function estimate(series: Series, draws: Draws): Estimate {
  return series.pool === undefined ? meanOf(series, draws) : pooled(series.pool, series.undefinedFor, draws);
}

function meanOf({ values, undefinedFor, truthError }: Series, draws: Draws): Estimate {
  const means = Float64Array.from(
    inOrder(values),
    (seeds) => seeds.reduce((sum, value) => sum + value, 0) / seeds.length,
  );
  const instances = means.length;
  if (instances === 0) return { value: commonest(undefinedFor), instances, replicates: undefined };
  const value = means.reduce((sum, mean) => sum + mean, 0) / instances;
  if (instances === 1) return { value, instances, replicates: undefined };
  const drawn = draws(instances);
  const replicates = new Float64Array(drawn.length);
  for (let resample = 0; resample < drawn.length; resample++) {
    const times = drawn[resample]!;
    let sum = 0;
    for (let place = 0; place < instances; place++) sum += times[place]! * means[place]!;
    replicates[resample] = sum / instances;
  }
  if (truthError.cells > 0) {
    // One truth may serve every instance, so its error is taken to be shared by all: the widest it can be.
    const error = truthError.sum / truthError.cells;
    const normals = draws.normals();
    for (let resample = 0; resample < replicates.length; resample++)
      replicates[resample]! += error * normals[resample]!;
  }
  return { value, instances, replicates };
}

function pooled(pool: NonNullable<Series['pool']>, undefinedFor: Series['undefinedFor'], draws: Draws): Estimate {
  const parts = inOrder(pool);
  const instances = parts.length;
  if (instances === 0) return { value: commonest(undefinedFor), instances, replicates: undefined };
  const value = spearman(
    parts.flatMap(({ credit }) => credit),
    parts.flatMap(({ truth }) => truth),
  );
  if (typeof value === 'string' || instances === 1) return { value, instances, replicates: undefined };
  const pairs = rankPairs(parts);
  return { value, instances, replicates: Float64Array.from(draws(instances), (times) => spearmanOf(pairs, times)) };
}

/** With more resamples undefined than this, the rest would be a selection and no interval is given. */
const mostUndefined = 0.05;

/** 95 % percentile interval (type-7 quantiles) of replicates. Efron (1979); too narrow when instances are few. */
export function intervalOf(replicates: Float64Array | undefined): { low: number | null; high: number | null } {
  const sorted = replicates?.filter((drawn) => !Number.isNaN(drawn)).sort();
  if (replicates === undefined || sorted === undefined || sorted.length < (1 - mostUndefined) * replicates.length)
    return { low: null, high: null };
  const quantile = (q: number) => {
    const place = (sorted.length - 1) * q;
    const below = Math.floor(place);
    const above = Math.min(below + 1, sorted.length - 1);
    return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!);
  };
  return { low: quantile(0.025), high: quantile(0.975) };
}

function inOrder<Value>(byInstance: ReadonlyMap<string, Value>): Value[] {
  return [...byInstance].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}

function commonest(reasons: ReadonlyMap<string, number>): string {
  return [...reasons].toSorted(([a, times], [b, others]) => others - times || (a < b ? -1 : 1))[0]?.[0] ?? 'no value';
}
