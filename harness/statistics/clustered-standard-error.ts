import { checkFinite } from './check-values.ts';
import { compensatedMean, compensatedSum } from './compensated-sum.ts';
import { rootMeanSquare } from './root-mean-square.ts';
import { type Undefined, undefinedFor } from './undefined.ts';

/**
 * The standard error of a mean whose values come in clusters that share something; singletons give the ordinary one.
 * @param clusters the name of each value's cluster. statistics.md §3.7
 */
export function clusteredStandardError(
  values: ArrayLike<number>,
  clusters: ArrayLike<string | number>,
): number | Undefined {
  if (values.length !== clusters.length)
    throw new RangeError(`${values.length} values and ${clusters.length} cluster names; expected as many of both`);
  checkFinite(values, 'the values');
  if (values.length === 0) return undefinedFor('no values');
  const centre = compensatedMean(values);
  const deviations = new Map<string | number, number[]>();
  for (let place = 0; place < values.length; place++) {
    const cluster = clusters[place]!;
    const found = deviations.get(cluster);
    const deviation = values[place]! - centre;
    if (found === undefined) deviations.set(cluster, [deviation]);
    else found.push(deviation);
  }
  const count = deviations.size;
  if (count === 1) return undefinedFor('one cluster');
  const sums = Float64Array.from(deviations.values(), (members) => compensatedSum(members));
  return ((count / Math.sqrt(count - 1)) * rootMeanSquare(sums)) / values.length;
}
