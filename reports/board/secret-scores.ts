import { z } from 'zod';
import type { Manifest } from '../../harness/manifest.ts';
import { type CellRow, estimands } from '../../harness/row.ts';
import { summarise } from '../summarise.ts';
import type { Summary } from '../summary.ts';

const measured = z.strictObject({ value: z.number(), low: z.number().nullable(), high: z.number().nullable() });

/** A method's headline numbers on instances of the salt only the keeper has, beside the public ones, over the same tasks. */
export const secretScoresSchema = z.strictObject({
  cells: z.strictObject({ scored: z.int(), skipped: z.int(), failed: z.int() }),
  tables: z.array(
    z.strictObject({
      board: z.enum(['agent', 'message', 'blame', 'learning']),
      estimand: z.enum(estimands),
      budget: z.int().positive().nullable(),
      headline: z.string(),
      better: z.enum(['lower', 'higher']),
      open: measured,
      secret: measured,
    }),
  ),
});
export type SecretScores = z.output<typeof secretScoresSchema>;

/**
 * Compares a method's public rows with its rows on secret instances. Only numbers come out, so that no reason, name or stream
 * can carry the salt. @param manifest of the method and of the tasks that draw instances, with the public salt
 */
export async function secretScores(
  open: readonly CellRow[],
  secret: readonly CellRow[],
  manifest: Manifest,
): Promise<SecretScores> {
  const [before, now] = [await summarise(open, manifest), await summarise(secret, manifest)];
  const { scored, skipped, failed } = now.counts;
  return {
    cells: { scored, skipped, failed },
    tables: now.boards.flatMap(({ board, estimand, budget, headline, better, tasks, standings }) => {
      const there = standings[0]?.metrics[headline];
      const table = tableLike(before, { board, estimand, budget });
      const here = table?.standings[0]?.metrics[headline];
      // Means over other tasks do not compare.
      if (there === undefined || here === undefined || table?.tasks.join() !== tasks.join()) return [];
      return [{ board, estimand, budget, headline, better, open: plain(here), secret: plain(there) }];
    }),
  };
}

type Table = Summary['boards'][number];

function tableLike(
  { boards }: Summary,
  { board, estimand, budget }: Pick<Table, 'board' | 'estimand' | 'budget'>,
): Table | undefined {
  return boards.find((one) => one.board === board && one.estimand === estimand && one.budget === budget);
}

function plain({ value, low, high }: z.output<typeof measured>): z.output<typeof measured> {
  return { value, low, high };
}
