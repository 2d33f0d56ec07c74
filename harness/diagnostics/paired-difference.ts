import { type ClusteredMean, clusteredMean } from '../statistics/clustered-mean.ts';
import { mean } from '../statistics/mean.ts';
import type { Undefined } from '../statistics/undefined.ts';

/** A number that belongs to a problem; several of one problem are averaged before anything else. */
export type OfProblem = { readonly problem: string; readonly value: number };

export type PairedDifference = ClusteredMean & {
  /** Problems that only one side has, left out. */
  readonly unpaired: number;
};

/** Mean over shared problems of second − first, problems weighing the same, with its standard error over problems. */
export function pairedDifference(
  first: readonly OfProblem[],
  second: readonly OfProblem[],
): PairedDifference | Undefined {
  const [before, after] = [byProblem(first), byProblem(second)];
  const shared = [...before.keys()].filter((problem) => after.has(problem));
  if (shared.length === 0) return { reason: 'no problem is on both sides' };
  const differences = shared.map((problem) => mean(after.get(problem)!) - mean(before.get(problem)!));
  return { ...clusteredMean(differences, shared), unpaired: before.size + after.size - 2 * shared.length };
}

function byProblem(values: readonly OfProblem[]): Map<string, number[]> {
  const grouped = new Map<string, number[]>();
  for (const { problem, value } of values) {
    const known = grouped.get(problem);
    if (known === undefined) grouped.set(problem, [value]);
    else known.push(value);
  }
  return grouped;
}
