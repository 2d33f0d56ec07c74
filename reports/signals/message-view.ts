import { numberText } from '../number-text.ts';
import { type SignedBar, signedBar } from './signed-bar.ts';

/** One message of the audit page, and the signal it got. */
export type MessageView = {
  readonly step: number;
  readonly agent: string;
  readonly text: string;
  readonly reward: string;
  readonly bar: SignedBar;
  /** What it is to the first error; null on success. */
  readonly kind: string | null;
  readonly isError: boolean;
  /** Its label or values, in words. */
  readonly note: string;
};

/** A message with its reward; bars of one episode share `limit`. */
export function messageView(
  said: Pick<MessageView, 'step' | 'agent' | 'text' | 'note'>,
  reward: number,
  limit: number,
  kind: string | null = null,
): MessageView {
  return { ...said, reward: signedText(reward), bar: signedBar(reward, limit), kind, isError: kind === 'error' };
}

/** A signal as printed: `+0.400`, `−0.500`, `0`. */
export function signedText(value: number): string {
  const text = numberText(value);
  return value > 0 && text !== '0' ? `+${text}` : text;
}
