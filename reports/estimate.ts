import type { Draws } from './draws.ts';
import type { Series } from './group.ts';
import { meanEstimate } from './mean-estimate.ts';
import { pooledEstimate } from './pooled-estimate.ts';
import { replicateSums } from './replicates.ts';
import type { Ordered } from './slots.ts';

/** A statistic over the instances of one task. */
export type Estimate = {
  /** Or why there is none. */
  readonly value: number | string;
  /** The instances it rests on, by their number in the task's canonical order. */
  readonly instances: Uint32Array;
  /** Per instance: its mean over seeds, or its pseudo-value of a pooled statistic; their mean is `value`. */
  readonly perInstance: Float64Array;
  /** Per instance: how many cells have a value. */
  readonly seeds: readonly number[];
  /** Undefined for one instance; NaN where a resample is constant and has no correlation. */
  readonly replicates: Float64Array | undefined;
  /** What the error of a sampled truth adds to each replicate; undefined where the truth is exact. Methods share it, so differences do not. */
  readonly noise: Float64Array | undefined;
};

/** An estimate whose replicates are still to be drawn. */
export type Undrawn = Pick<Estimate, 'value' | 'instances' | 'perInstance' | 'seeds'> & {
  /** A replicate is `base` plus the summand of every place, as often as it is drawn; or what `replicates` gives. */
  readonly drawn:
    | { readonly base: number; readonly summand: Float64Array }
    | { replicates(draws: Draws): Float64Array }
    | undefined;
};

/** Estimates of many series of one group; series with values at the same places share the reading of their draws. */
export function estimates(series: readonly Series[], ordered: Ordered, draws: Draws): Estimate[] {
  const found = series.map((one) =>
    one.pool === undefined ? meanEstimate(one, ordered) : pooledEstimate(one.undefinedFor, one.pool, ordered),
  );
  const replicates = new Map<Undrawn, Float64Array>();
  const alike = new Map<string, Summed[]>();
  for (const one of found) {
    if (one.drawn === undefined || one.seeds.length < 2) continue;
    if ('replicates' in one.drawn) replicates.set(one, one.drawn.replicates(draws));
    else {
      const key = one.seeds.every((count) => count === 1) ? String(one.seeds.length) : one.seeds.join(' ');
      alike.set(key, [...(alike.get(key) ?? []), { one, ...one.drawn }]);
    }
  }
  for (const summed of alike.values()) {
    const sums = replicateSums(
      draws.counts(summed[0]!.one.seeds),
      summed.map(({ summand }) => summand),
    );
    for (const [place, { one, base }] of summed.entries())
      replicates.set(one, base === 0 ? sums[place]! : sums[place]!.map((sum) => base + sum));
  }
  return found.map((one, index) => ({
    value: one.value,
    instances: one.instances,
    perInstance: one.perInstance,
    seeds: one.seeds,
    replicates: replicates.get(one),
    noise: replicates.has(one) ? truthNoise(series[index]!, ordered, draws) : undefined,
  }));
}

type Summed = { readonly one: Undrawn; readonly base: number; readonly summand: Float64Array };

/** One truth may serve every instance, so its error is taken to be shared by all: the widest it can be. */
function truthNoise({ truthErrors }: Series, { slots }: Ordered, draws: Draws): Float64Array | undefined {
  let [sum, cells] = [0, 0];
  for (const slot of slots) {
    const error = truthErrors.get(slot);
    if (Number.isNaN(error)) continue;
    sum += error;
    cells++;
  }
  return cells === 0 ? undefined : draws.normals().map((normal) => (sum / cells) * normal);
}
