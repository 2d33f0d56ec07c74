import type { ZodType } from 'zod';
import type { DropReason } from '../../harness/signals/preference-pairs.ts';
import type { Signal } from './signal.ts';

/** Why an episode, a message or an alternative makes no row. */
export type NoRow =
  | DropReason
  /** A success has a reward per message and no pairs. */
  | 'success-has-no-pairs'
  /** It failed, and no message was found to blame. */
  | 'undetermined'
  /** Only a judge was asked, so that no two messages can be compared. */
  | 'no-values'
  /** Nothing else could have been said where a pair was due. */
  | 'no-alternatives'
  /** A reward of 0 calls a message neither good nor bad. */
  | 'zero-reward'
  /** A text holds the token that stands for "score this step". */
  | 'placeholder-in-text';

/** What one episode gave a file; everything that could have been a row is a row or has a reason. */
export type Rows<Row extends object = object> = { readonly rows: readonly Row[]; readonly dropped: readonly NoRow[] };

/** `placeholder` stands for "score this step" in formats that have such a token; `first` numbers the rows before. */
export type FormatOptions = {
  readonly conversational: boolean;
  readonly placeholder: string;
  readonly first: number;
};

/** A file of training data: JSON lines, each as `schema` says. */
export type SignalFormat<Row extends object = object> = {
  readonly id: string;
  readonly title: string;
  /** Whether its texts are conversations: where it is asked for, in no row, or in all. */
  readonly conversational: 'on-request' | 'never' | 'always';
  readonly schema: ZodType<Row>;
  /** The rows of one episode. @throws CreditbenchError `refused` where the method does not say what it takes */
  rows(signal: Signal, options: FormatOptions): Rows<Row>;
};
