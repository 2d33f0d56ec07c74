import type { Comparison } from './comparison.ts';

/** One row of the table: two things that were measured in the same run. */
export type Line = Comparison & {
  readonly what: string;
  /** Of `ours` and `baseline`. */
  readonly unit: 'seconds' | 'bytes';
  /** What the baseline is, and anything the ratio leaves out. */
  readonly note: string;
};

export type Bench = {
  /** As for `--only`; the file is called the same. */
  readonly name: string;
  lines(): Promise<readonly Line[]>;
};
