import type { Verdict } from '../harness/comparison/verdict.ts';

/** Two ranked methods of one table on the headline metric, per instance with seeds averaged; `difference` > 0 favours `first`. */
export type Pair = {
  readonly first: string;
  readonly second: string;
  /** Mean over tasks of the mean over instances, with its interval from the shared resamples. */
  readonly difference: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Two-sided, of this pair alone, and after Holm over all pairs of the table; null where there is nothing to test. */
  readonly p: number | null;
  readonly adjusted: number | null;
  readonly instances: number;
  readonly nonZero: number;
  /** Share of instances on which `first` is better, ties counted half. */
  readonly won: number;
  readonly verdict: Verdict;
  /** Further instances at which this difference would separate; 0 where it is enough, null where nothing can be said. */
  readonly more: number | null;
};

/** Friedman's test and Nemenyi's critical difference over task means: the classic view, which depends on who else is ranked. */
export type CriticalDifference = {
  readonly tasks: number;
  readonly alpha: number;
  readonly statistic: number;
  readonly p: number;
  readonly imanDavenport: { readonly statistic: number; readonly p: number } | { readonly reason: string };
  readonly criticalDifference: number;
  /** By method, the best first; rank 1 is the best. */
  readonly meanRanks: readonly { readonly method: string; readonly meanRank: number }[];
  /** Maximal sets of two or more methods that do not differ. */
  readonly bars: readonly (readonly string[])[];
};

export type Resolution = {
  /** `jackknife-t` where the headline is a pooled statistic, whose instances enter as pseudo-values. */
  readonly test: 'wilcoxon' | 'sign-flip' | 'jackknife-t';
  readonly alpha: number;
  /** Pairs that Holm corrects for. */
  readonly comparisons: number;
  readonly pairs: readonly Pair[];
  readonly leader: string;
  /** Share of random halves of the instances of every task in which the leader leads too; null for one instance somewhere. */
  readonly splitHalf: number | null;
  readonly critical: CriticalDifference | { readonly reason: string };
};

/** Share of instances (tasks weighing the same) that score strictly better than each threshold, with pointwise Wilson intervals. */
export type Profile = {
  readonly thresholds: readonly number[];
  readonly lines: readonly {
    readonly method: string;
    readonly control: boolean;
    readonly share: readonly number[];
    readonly low: readonly number[];
    readonly high: readonly number[];
  }[];
};
