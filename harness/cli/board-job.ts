import { z } from 'zod';

/** What the child process of a verification is told, on its standard input. */
export const boardJobSchema = z.strictObject({
  suite: z.strictObject({
    tasks: z.array(z.string()),
    budgets: z.array(z.int().positive().nullable()),
    seeds: z.int().positive(),
    instances: z.int().positive(),
    salt: z.string(),
  }),
  /** As it was selected; found in the box, or in `file`. */
  method: z.string(),
  file: z.string().nullable(),
  /** The cells to run, by their keys; null: all. */
  keys: z.array(z.string()).nullable(),
});
export type BoardJob = z.output<typeof boardJobSchema>;

/** Where the child writes its rows; its standard output belongs to the method, and goes nowhere. */
export const resultsDescriptor = 3;
