import { checkChoice } from './check-choice.ts';
import { checkFinite } from './check-values.ts';
import { rank } from './rank.ts';
import { roundedDifferences } from './rounded-differences.ts';
import { mostExactRanks, signedRankNull } from './signed-rank-null.ts';
import { normalCdf, normalSf } from './special/normal.ts';
import { type Undefined, undefinedFor } from './undefined.ts';

/** What becomes of zero differences: removed before ranking, removed after it, or half of their ranks given to each side. */
export type ZeroRule = 'drop' | 'pratt' | 'split';

export type SignedRank = {
  /** Sums of the ranks of the positive and of the negative differences. */
  readonly positive: number;
  readonly negative: number;
  /** Two-sided, and one-sided for "the differences lie above 0" and "below 0". */
  readonly p: number;
  readonly greater: number;
  readonly less: number;
  /** Differences that are not zero. */
  readonly n: number;
  /** By enumeration given the mid-ranks, up to n = 200; beyond, the normal approximation without continuity correction. */
  readonly exact: boolean;
};

/** Wilcoxon's signed-rank test of paired differences, exact with ties. Wilcoxon (1945), Pratt (1959), statistics.md §4. @throws RangeError for NaN or infinite differences */
export function wilcoxonSignedRank(
  differences: ArrayLike<number>,
  { zeros = 'drop' }: { readonly zeros?: ZeroRule } = {},
): SignedRank | Undefined {
  checkFinite(differences, 'differences');
  checkChoice(zeros, ['drop', 'pratt', 'split'], 'zeros');
  if (differences.length === 0) return undefinedFor('no values');
  const all = roundedDifferences(differences);
  const kept = zeros === 'drop' ? all.filter((value) => value !== 0) : all;
  const ranks = rank(kept.map(Math.abs));
  const sumWhere = (sign: number) => ranks.reduce((sum, of, i) => sum + (Math.sign(kept[i]!) === sign ? of : 0), 0);
  const [positive, negative, ofZeros] = [sumWhere(1), sumWhere(-1), sumWhere(0)];
  const ranked = ranks.filter((_, i) => kept[i] !== 0).sort();
  if (ranked.length === 0) return { positive: 0, negative: 0, p: 1, greater: 1, less: 1, n: 0, exact: true };
  const shared = zeros === 'split' ? ofZeros / 2 : 0;
  return {
    positive: positive + shared,
    negative: negative + shared,
    ...(ranked.length <= mostExactRanks ? exactTest(ranked, positive, negative) : normalTest(ranked, positive)),
    n: ranked.length,
  };
}

type Tails = Pick<SignedRank, 'p' | 'greater' | 'less' | 'exact'>;

function exactTest(ranks: Float64Array, positive: number, negative: number): Tails {
  const below = signedRankNull(ranks.map((value) => 2 * value));
  // The null is symmetric, so the upper tail of one sum is the lower tail of the other.
  const [greater, less] = [below[2 * negative]!, below[2 * positive]!];
  return { p: Math.min(1, 2 * Math.min(greater, less)), greater, less, exact: true };
}

function normalTest(ranks: Float64Array, positive: number): Tails {
  const mean = ranks.reduce((sum, value) => sum + value, 0) / 2;
  const variance = ranks.reduce((sum, value) => sum + value * value, 0) / 4;
  const z = (positive - mean) / Math.sqrt(variance);
  return { p: 2 * normalSf(Math.abs(z)), greater: normalSf(z), less: normalCdf(z), exact: false };
}
