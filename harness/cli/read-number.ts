import { CreditbenchError } from '../errors.ts';

/** A whole number of at least `least` as typed. @throws CreditbenchError `bad-usage` naming the flag */
export function readCount(flag: string, text: string, least: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value;
  throw new CreditbenchError('bad-usage', `${flag} "${text}"; expected a whole number of at least ${least}`);
}

/** `64,256` or `none` for no limit. */
export function readBudgets(text: string): (number | null)[] {
  return text.split(',').map((item) => (item.trim() === 'none' ? null : readCount('--budgets', item.trim(), 1)));
}

/** `2/3`: the second of three parts. */
export function readShard(text: string): { part: number; of: number } {
  const match = /^(\d+)\/(\d+)$/.exec(text);
  const [part, of] = [Number(match?.[1]), Number(match?.[2])];
  if (match !== null && part >= 1 && part <= of) return { part, of };
  throw new CreditbenchError('bad-usage', `--shard "${text}"; expected i/n with i from 1 to n, like 2/3`);
}
