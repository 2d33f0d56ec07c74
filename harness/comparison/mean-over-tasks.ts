import { mean } from '../statistics/mean.ts';

/** A mean over tasks of means over instances, with its standard error over instances, tasks fixed. */
export type MeanOverTasks = {
  readonly mean: number;
  /** Null where no task has two instances. */
  readonly standardError: number | null;
  /** Σ(instances − 1) over tasks. */
  readonly degreesOfFreedom: number;
  readonly instances: number;
};

/**
 * The mean over at least one task, none of them empty. A task of one instance is taken to spread like the others do within
 * themselves (pooled), because a spread of 0 would make the interval too narrow.
 */
export function meanOverTasks(tasks: readonly Float64Array[]): MeanOverTasks {
  const means = tasks.map((values) => mean(values));
  const squares = tasks.map((values, task) => squaresAround(values, means[task]!));
  const instances = tasks.reduce((sum, { length }) => sum + length, 0);
  const degreesOfFreedom = instances - tasks.length;
  const about = { mean: mean(means), degreesOfFreedom, instances };
  if (degreesOfFreedom === 0) return { ...about, standardError: null };
  const pooled = squares.reduce((sum, value) => sum + value, 0) / degreesOfFreedom;
  const variance = tasks.reduce((sum, { length }, task) => {
    return sum + (length > 1 ? squares[task]! / (length - 1) : pooled) / length;
  }, 0);
  return { ...about, standardError: Math.sqrt(variance) / tasks.length };
}

/** Constant is tested on the data: equal values have a computed variance above 0. */
function squaresAround(values: Float64Array, centre: number): number {
  if (values.every((value) => value === values[0])) return 0;
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
}
