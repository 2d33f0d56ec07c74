import type { Random } from '../../../harness/random.ts';
import type { Rows } from './rows.ts';

/** What a proxy is fitted to: v(S) − v(∅) of every row, of which row 0 is ∅ and row 1 is N. */
export type Lesson = {
  readonly rows: Rows;
  readonly values: Float64Array;
  /** Rows 2 + 2u and 3 + 2u are a coalition and its complement. */
  readonly isPaired: boolean;
};

/** A function of coalitions whose Shapley value is known exactly: its value at every row, and that Shapley value. */
export type Surrogate = { readonly values: Float64Array; readonly shapley: Float64Array };

/** Fits a proxy to the rows listed; the others it may only evaluate. */
export type Learner = (lesson: Lesson, training: Int32Array, random: Random) => Surrogate;
