import { z } from 'zod';

/** Any text of one line that says something, at most `most` characters long. */
const line = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\p{Bidi_Control}\u2028\u2029]*$/u, 'expected one line without control characters');
const address = z.url({ protocol: /^https$/, hostname: z.regexes.domain }).max(500);

/** `card.json`: who submits which method, from which code, under which licence, and how many variants were tried. */
export const cardSchema = z.strictObject({
  /** The method as it was selected in the run: `c3[fanout=2x4]`. */
  method: line(200),
  title: line(120),
  authors: z.array(line(120)).min(1).max(50),
  code: z.strictObject({ url: address, revision: line(120) }),
  /** An SPDX expression: `MIT`, `Apache-2.0 OR MIT`. */
  licence: z
    .string()
    .max(120)
    .regex(/^[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+)*$/, 'expected an SPDX expression like MIT'),
  /** Of how many variants, options and seeds included, these are the best results; 1 where nothing was chosen by its results. */
  bestOf: z.int().positive(),
  paper: address.optional(),
  contact: line(200).optional(),
  note: line(1000).optional(),
});
export type Card = z.output<typeof cardSchema>;

/** Authors as they are compared: the same person in other letters is the same person. */
export function authorKey(author: string): string {
  return author.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
