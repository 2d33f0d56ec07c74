import { checkChoice } from './check-choice.ts';
import { columnsOf } from './matrix.ts';
import { isEnumerable, permutedConcordance } from './permuted-concordance.ts';
import { ranksFromBest } from './ranks-from-best.ts';
import { chiSquaredSf } from './special/chi-squared.ts';
import { fSf } from './special/f.ts';
import { type Undefined, undefinedFor } from './undefined.ts';

export type Friedman = {
  /** χ² with k − 1 degrees of freedom, and its p. */
  readonly statistic: number;
  readonly p: number;
  /** The share of all arrangements of the rows' ranks that are at least as concordant, where (k!)^N ≤ 10⁶. */
  readonly exactP: number | Undefined;
  /** Mean rank of each method, 1 = best. */
  readonly meanRanks: number[];
  /** F with k − 1 and (k − 1)(N − 1) degrees of freedom, and its p. */
  readonly imanDavenport: { readonly statistic: number; readonly p: number } | Undefined;
  /** Kendall's W in [0, 1]; 1 where all tasks rank alike. */
  readonly concordance: number | Undefined;
};

/**
 * Friedman's test of `matrix[task][method]`, higher is better, with the correction for ties unless they are ignored.
 * Friedman (1937), Iman & Davenport (1980), statistics.md §5.1. @throws RangeError for a ragged table, NaN or infinite scores
 */
export function friedman(
  matrix: readonly ArrayLike<number>[],
  { ties = 'correct' }: { readonly ties?: 'correct' | 'ignore' } = {},
): Friedman | Undefined {
  checkChoice(ties, ['correct', 'ignore'], 'ties');
  const methods = columnsOf(matrix, 'the matrix');
  const tasks = matrix.length;
  if (tasks === 0) return undefinedFor('no values');
  if (methods === 1) return undefinedFor('one method');
  const doubled = matrix.map((row) => ranksFromBest(row).map((value) => 2 * value));
  const sums = Array.from({ length: methods }, (_, method) => doubled.reduce((sum, row) => sum + row[method]!, 0));
  // Whole numbers: χ² = (k − 1)·found/most, and found = most where all tasks rank alike.
  const found = 3 * sums.reduce((total, sum) => total + (sum - tasks * (methods + 1)) ** 2, 0);
  const tied = ties === 'correct' ? doubled.reduce((total, row) => total + tieTerm(row), 0) : 0;
  const most = tasks * (tasks * methods * (methods ** 2 - 1) - tied);
  const statistic = most === 0 ? 0 : (tasks * (methods - 1) * found) / most;
  return {
    statistic,
    p: chiSquaredSf(statistic, methods - 1),
    exactP: isEnumerable(tasks, methods)
      ? permutedConcordance(doubled)
      : undefinedFor(`${methods} methods on ${tasks} tasks have too many arrangements to enumerate`),
    meanRanks: sums.map((sum) => sum / (2 * tasks)),
    imanDavenport: imanDavenport(found, most, tasks, methods),
    concordance: most === 0 ? undefinedFor('every task ties all methods') : found / most,
  };
}

/** F = (N − 1)χ²/(N(k − 1) − χ²), in the whole numbers of χ². */
function imanDavenport(found: number, most: number, tasks: number, methods: number): Friedman['imanDavenport'] {
  if (tasks === 1) return undefinedFor('one task');
  if (most === 0) return { statistic: 0, p: 1 };
  if (found === most) return undefinedFor('complete agreement');
  const statistic = ((tasks - 1) * found) / (most - found);
  return { statistic, p: fSf(statistic, methods - 1, (methods - 1) * (tasks - 1)) };
}

/** Σ (t³ − t) over the groups of t equal ranks of a row. */
function tieTerm(ranks: Float64Array): number {
  const sizes = new Map<number, number>();
  for (const value of ranks) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + size ** 3 - size, 0);
}
