import type { AnalysisPlan } from '../harness/analysis-plan.ts';
import { once } from '../harness/once.ts';
import { type Random, randomNormal, randomOf } from '../harness/random.ts';

/** How often each place is drawn, resample by resample: `counts[resample · places + place]`. */
export type Counts = { readonly counts: Uint16Array; readonly places: number; readonly resamples: number };

/**
 * The resamples of one task. Named by the task and not by the method, so every method is resampled alike and a copy of a method
 * gets the same interval to the last bit; the n-th resamples of all statistics are one resample.
 */
export type Draws = {
  readonly resamples: number;
  /** @param seeds places per instance, in canonical order */
  counts(seeds: readonly number[]): Counts;
  /** A standard normal per resample, for the error of a sampled truth. */
  normals(): Float64Array;
};

/** Draws of one task, made once per set of instances. */
export function drawsOf(salt: string, task: string, { levels, resamples }: AnalysisPlan): Draws {
  const known = new Map<string, Counts>();
  const normals = once(() => {
    const random = randomOf(salt, 'bootstrap', task, 'truth');
    return Float64Array.from({ length: resamples }, () => randomNormal(random));
  });
  return {
    resamples,
    normals,
    counts(seeds) {
      const isSingle = seeds.every((count) => count === 1);
      const name = isSingle ? String(seeds.length) : seeds.join(' ');
      const found = known.get(name) ?? drawCounts(seeds, levels, resamples, randomOf(salt, 'bootstrap', task, name));
      known.set(name, found);
      return found;
    },
  };
}

function drawCounts(
  seeds: readonly number[],
  levels: AnalysisPlan['levels'],
  resamples: number,
  random: Random,
): Counts {
  const starts = seeds.map(() => 0);
  for (let instance = 1; instance < seeds.length; instance++)
    starts[instance] = starts[instance - 1]! + seeds[instance - 1]!;
  const places = seeds.reduce((sum, count) => sum + count, 0);
  const counts = new Uint16Array(resamples * places);
  const [drawsInstances, drawsSeeds] = [levels.includes('instances'), levels.includes('seeds')];
  for (let first = 0; first < counts.length; first += places)
    for (let draw = 0; draw < seeds.length; draw++) {
      const instance = drawsInstances ? random.below(seeds.length) : draw;
      const [start, size] = [first + starts[instance]!, seeds[instance]!];
      for (let seed = 0; seed < size; seed++) counts[start + (drawsSeeds ? random.below(size) : seed)]!++;
    }
  return { counts, places, resamples };
}
