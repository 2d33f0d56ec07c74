import { z } from 'zod';
import { CreditbenchError } from '../errors.ts';

/** A share above 0 and below `most` as typed. @throws CreditbenchError `bad-usage` naming the flag */
export function readShare(flag: string, text: string, most: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value > 0 && value < most) return value;
  throw new CreditbenchError('bad-usage', `${flag} "${text}"; expected a number above 0 and below ${most}`);
}

/** A date as typed, today in UTC where none was. @throws CreditbenchError `bad-usage` */
export function readToday(text: string | undefined): string {
  if (text === undefined) return new Date().toISOString().slice(0, 10);
  if (z.iso.date().safeParse(text).success) return text;
  throw new CreditbenchError('bad-usage', `--today "${text}"; expected a date like 2027-01-31`);
}
