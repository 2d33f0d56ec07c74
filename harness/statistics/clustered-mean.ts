import { mean } from './mean.ts';

/** A mean over `count` values in `clusters` independent clusters; the standard error is a sentence where it is undefined. */
export type ClusteredMean = {
  readonly mean: number;
  readonly standardError: number | string;
  readonly count: number;
  readonly clusters: number;
};

/** The mean of at least one value, with the standard error over clusters that share a name; singletons give the ordinary one. statistics.md §3.7. */
export function clusteredMean(values: ArrayLike<number>, names: readonly string[]): ClusteredMean {
  if (values.length !== names.length || values.length === 0)
    throw new RangeError(`${values.length} values and ${names.length} cluster names; expected as many of both`);
  const centre = mean(values);
  const sums = new Map<string, number>();
  for (const [index, name] of names.entries()) sums.set(name, (sums.get(name) ?? 0) + values[index]! - centre);
  return {
    mean: centre,
    standardError: sums.size < 2 ? 'one cluster' : standardError([...sums.values()], values.length),
    count: values.length,
    clusters: sums.size,
  };
}

function standardError(sums: readonly number[], count: number): number {
  const squares = sums.reduce((total, sum) => total + sum * sum, 0);
  return Math.sqrt((sums.length / (sums.length - 1)) * squares) / count;
}
