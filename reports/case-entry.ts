import type { ScoredRow } from '../harness/row.ts';

/** One episode with the truth about it and what every method credits, at one budget and seed. */
export type CaseEntry = Pick<
  ScoredRow,
  'task' | 'version' | 'instance' | 'budget' | 'seed' | 'roles' | 'authors' | 'outcome' | 'truth'
> & {
  /** What was said; null where the journal holds no transcript of it. Long texts are cut and say so. */
  readonly transcript: {
    readonly problem: string;
    readonly agents: readonly string[];
    readonly messages: readonly string[];
  } | null;
  /** By method, in name order. */
  readonly credits: readonly { readonly method: string; readonly credit: ScoredRow['credit'] }[];
};
