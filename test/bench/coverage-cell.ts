import { type Random, randomNormal } from '../../harness/random.ts';
import type { Bootstrap } from '../../harness/statistics/bootstrap.ts';
import { expandInterval, type Interval } from '../../harness/statistics/expanded-interval.ts';
import { hierarchicalBootstrap } from '../../harness/statistics/hierarchical-bootstrap.ts';
import { interquartileMean } from '../../harness/statistics/interquartile-mean.ts';
import { pooled } from '../../harness/statistics/matrix.ts';
import { meanOfTasks } from '../../harness/statistics/mean-score.ts';
import { sampleVariance } from '../../harness/statistics/sample-variance.ts';
import { studentTQuantile } from '../../harness/statistics/special/student-t.ts';
import { stratifiedBootstrap } from '../../harness/statistics/stratified-bootstrap.ts';
import { isUndefined, type Undefined } from '../../harness/statistics/undefined.ts';

/** Both with variance 1 and mean 0. */
export type Noise = 'normal' | 'exponential';
export type Simulation = { readonly repetitions: number; readonly resamples: number; readonly random: Random };

/** How often each kind of nominal 95 % interval holds the truth, as a share of the repetitions. */
export type Coverage<Kind extends string> = { readonly [K in Kind]: number };

/** The mean over `instances` instances of one task, one seed each. */
export function instanceCoverage(
  noise: Noise,
  instances: number,
  { repetitions, resamples, random }: Simulation,
): Coverage<'percentile' | 'expanded' | 'student'> {
  const held = { percentile: 0, expanded: 0, student: 0 };
  for (let seed = 0; seed < repetitions; seed++) {
    const values = Float64Array.from({ length: instances }, () => draw(noise, random));
    const scores = [Array.from(values, (value) => [value])];
    const found = given(hierarchicalBootstrap(scores, meanOfTasks, { seed, resamples, exact: false }));
    const percentile = endsOf(found);
    const reach = studentTQuantile(0.975, instances - 1) * Math.sqrt(sampleVariance(values) / instances);
    if (holds(percentile, 0)) held.percentile++;
    if (holds(given(expandInterval(percentile, found.estimate, [instances], 0.95)), 0)) held.expanded++;
    if (holds({ low: found.estimate - reach, high: found.estimate + reach }, 0)) held.student++;
  }
  return shares(held, repetitions);
}

/** The same with five seeds per instance, whose variance is nine times that between instances. */
export function nestedCoverage(
  noise: Noise,
  instances: number,
  { repetitions, resamples, random }: Simulation,
): Coverage<'nested' | 'kept'> {
  const held = { nested: 0, kept: 0 };
  for (let seed = 0; seed < repetitions; seed++) {
    const task = Array.from({ length: instances }, () => {
      const level = draw(noise, random);
      return Float64Array.from({ length: 5 }, () => level + 3 * draw(noise, random));
    });
    const at = (levels: readonly ('instances' | 'seeds')[]) =>
      endsOf(given(hierarchicalBootstrap([task], meanOfTasks, { levels, seed, resamples, exact: false })));
    if (holds(at(['instances', 'seeds']), 0)) held.nested++;
    if (holds(at(['instances']), 0)) held.kept++;
  }
  return shares(held, repetitions);
}

/** Mean and interquartile mean over `runs` runs of each of `tasks` tasks, all alike. */
export function stratifiedCoverage(
  noise: Noise,
  runs: number,
  tasks: number,
  { repetitions, resamples, random }: Simulation,
): Coverage<'mean' | 'interquartileMean'> {
  const held = { mean: 0, interquartileMean: 0 };
  const settings = { resamples, exact: false };
  for (let seed = 0; seed < repetitions; seed++) {
    const matrix = Array.from({ length: runs }, () => Float64Array.from({ length: tasks }, () => draw(noise, random)));
    const mean = stratifiedBootstrap(matrix, (resample) => meanOfTasks([[pooled(resample)]]), { ...settings, seed });
    if (holds(endsOf(given(mean)), 0)) held.mean++;
    const middle = stratifiedBootstrap(matrix, interquartileMean, { ...settings, seed });
    if (holds(endsOf(given(middle)), interquartileMeanOf[noise])) held.interquartileMean++;
  }
  return shares(held, repetitions);
}

/** Of the whole population: 2 ∫ −ln w dw over [¼, ¾], less the mean 1, for the exponential. */
const interquartileMeanOf = {
  normal: 0,
  exponential: 2 * (0.5 - 0.75 * Math.log(0.75) + 0.25 * Math.log(0.25)) - 1,
};

function draw(noise: Noise, random: Random): number {
  return noise === 'normal' ? randomNormal(random) : -Math.log1p(-random.float()) - 1;
}

function holds({ low, high }: Interval, truth: number): boolean {
  return low <= truth && truth <= high;
}

function endsOf({ low, high }: Bootstrap): Interval {
  return { low: given(low), high: given(high) };
}

function given<Value>(value: Value | Undefined): Value {
  if (isUndefined(value)) throw new Error(value.reason);
  return value;
}

function shares<Kind extends string>(held: { readonly [K in Kind]: number }, repetitions: number): Coverage<Kind> {
  // The same keys, each a share.
  return Object.fromEntries(
    Object.entries<number>(held).map(([kind, times]) => [kind, times / repetitions]),
  ) as Coverage<Kind>;
}
