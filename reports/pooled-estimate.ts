import { influenceOf } from '../harness/comparison/pooled-influence.ts';
import { type RankedPairs, rankPairs, spearmanOf } from '../harness/comparison/pooled-spearman.ts';
import { rankAgreement } from '../harness/rank-agreement.ts';
import { commonest } from './commonest.ts';
import type { Draws } from './draws.ts';
import type { Undrawn } from './estimate.ts';
import type { Series } from './group.ts';
import type { Ordered } from './slots.ts';

/** From so many instances on a resample of a pooled correlation is taken to first order: the rest is far below the noise of 1000 resamples. */
export const manyInstances = 200;

/** One rank correlation over the credits of all places; its instances enter comparisons as pseudo-values. */
export function pooledEstimate(
  undefinedFor: Series['undefinedFor'],
  pool: NonNullable<Series['pool']>,
  { slots, instance }: Ordered,
): Undrawn {
  const held = [...slots.keys()].filter((place) => pool.has(slots[place]!));
  const parts = held.map((place) => pool.get(slots[place]!)!);
  const numbers = held.map((place) => instance[place]!);
  const perNumber = new Map<number, number>();
  for (const number of numbers) perNumber.set(number, (perNumber.get(number) ?? 0) + 1);
  const instances = Uint32Array.from(perNumber.keys());
  const seeds = [...perNumber.values()];
  const nothing = { instances, perInstance: new Float64Array(0), seeds, drawn: undefined };
  if (parts.length === 0) return { ...nothing, value: commonest(undefinedFor) };
  const value = rankAgreement(
    parts.flatMap(({ credit }) => credit),
    parts.flatMap(({ truth }) => truth),
  );
  if (typeof value === 'string' || instances.length === 1) return { ...nothing, value };
  const pairs = rankPairs(parts);
  const influence = influenceOf(pairs, parts.length);
  const perInstance = new Float64Array(instances.length).fill(value);
  for (let part = 0, unit = -1, last = -1; part < parts.length; part++) {
    if (numbers[part] !== last) unit++;
    last = numbers[part]!;
    perInstance[unit]! += instances.length * influence[part]!;
  }
  const drawn =
    instances.length >= manyInstances
      ? { base: value, summand: influence }
      : { replicates: (draws: Draws) => correlations(pairs, draws, seeds) };
  return { instances, perInstance, seeds, value, drawn };
}

function correlations(pairs: RankedPairs, draws: Draws, seeds: readonly number[]): Float64Array {
  const { counts, places, resamples } = draws.counts(seeds);
  return Float64Array.from({ length: resamples }, (_, resample) =>
    spearmanOf(pairs, counts.subarray(resample * places, (resample + 1) * places)),
  );
}
