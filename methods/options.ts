import { z } from 'zod';

/** The options of a method that takes none. */
export const noOptions = z.strictObject({});

/** The sentence of a method that cannot afford an episode. */
export function needsCalls(needed: number, budget: number): string | undefined {
  return needed > budget ? `needs at least ${needed} evaluator calls; the budget is ${budget}` : undefined;
}
