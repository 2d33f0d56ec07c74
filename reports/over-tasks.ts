import type { AnalysisPlan } from '../harness/analysis-plan.ts';
import { randomOf } from '../harness/random.ts';
import { intervalOf } from './interval.ts';
import type { Measured } from './summary.ts';

/** What one task adds to a mean over tasks. */
export type TaskPart = {
  readonly task: string;
  readonly value: number;
  readonly instances: number;
  readonly replicates: Float64Array | undefined;
  readonly noise: Float64Array | undefined;
};

/** A mean over tasks of equal weight that grows task by task, in canonical order; only sums of replicates are kept. */
export type OverTasks = {
  add(part: TaskPart): void;
  readonly tasks: () => number;
  /** In every resample; undefined where some task has none, for one instance has no spread and would count as certain. */
  replicates(): Float64Array | undefined;
  mean(): Measured;
};

export function overTasks(plan: AnalysisPlan, salt: string): OverTasks {
  return plan.levels.includes('tasks') ? tasksResampled(plan, salt) : tasksFixed(plan);
}

function tasksFixed(plan: AnalysisPlan): OverTasks {
  const [values, units]: [number[], number[]] = [[], []];
  let sums: Float64Array | undefined;
  let noise: Float64Array | undefined;
  let isWhole = true;
  const replicates = () => (isWhole ? sums?.map((sum) => sum / values.length) : undefined);
  return {
    tasks: () => values.length,
    add(part) {
      values.push(part.value);
      units.push(part.instances);
      if (part.replicates === undefined) isWhole = false;
      else {
        sums ??= new Float64Array(part.replicates.length);
        addTo(sums, part.replicates);
      }
      if (part.noise !== undefined) addTo((noise ??= new Float64Array(part.noise.length)), part.noise);
    },
    replicates,
    mean() {
      const value = values.reduce((sum, one) => sum + one, 0) / values.length;
      const shared = noise?.map((sum) => sum / values.length);
      return { value, ...intervalOf(replicates(), value, units, plan, shared) };
    },
  };
}

function addTo(sums: Float64Array, values: Float64Array): void {
  for (let place = 0; place < sums.length; place++) sums[place]! += values[place]!;
}

/**
 * Tasks drawn with replacement too. The second time a task is drawn in a resample it takes the replicate of another resample, so
 * its instances are drawn anew.
 */
function tasksResampled(plan: AnalysisPlan, salt: string): OverTasks {
  const parts: TaskPart[] = [];
  const replicates = () => {
    if (parts.length < 2 || parts.some((part) => part.replicates === undefined)) return undefined;
    const stride = strideIn(plan.resamples);
    const random = randomOf(salt, 'bootstrap', 'tasks', parts.map(({ task }) => task).join(' '));
    return Float64Array.from({ length: plan.resamples }, (_, resample) => {
      const times = new Uint32Array(parts.length);
      let sum = 0;
      for (let draw = 0; draw < parts.length; draw++) {
        const index = random.below(parts.length);
        const own = parts[index]!.replicates!;
        sum += own[(resample + stride * times[index]!++) % plan.resamples]!;
      }
      return sum / parts.length;
    });
  };
  return {
    tasks: () => parts.length,
    add: (part) => parts.push(part),
    replicates,
    mean() {
      const value = parts.reduce((sum, part) => sum + part.value, 0) / parts.length;
      const noises = parts.flatMap((part) => (part.noise === undefined ? [] : [part.noise]));
      const shared = noises.length === 0 ? undefined : new Float64Array(plan.resamples);
      for (const noise of noises)
        addTo(
          shared!,
          noise.map((one) => one / parts.length),
        );
      return { value, ...intervalOf(replicates(), value, [parts.length], plan, shared) };
    },
  };
}

/** The distance between draws of one task: a prime that does not divide the number of resamples, so that none comes round before all have been. */
function strideIn(resamples: number): number {
  return [389, 397, 401].find((prime) => resamples % prime !== 0) ?? 1;
}
