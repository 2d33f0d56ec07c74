import { z } from 'zod';
import { needsCalls } from '../options.ts';

const budgetWithoutLimit = 64;
const mostSteps = 16;

/** Whole numbers joined by x, as text; `what` says of what. */
export function countsText(what: string) {
  return z
    .union([z.string(), z.number().transform(String)])
    .refine((text) => /^[1-9]\d*(x[1-9]\d*)*$/.test(text), 'expected whole numbers joined by x, like 2x4')
    .optional()
    .describe(what);
}

/** `2x4` as the numbers 2 and 4. */
export function parseCounts(text: string): number[] {
  return text.split('x').map(Number);
}

/** Evaluator calls of a prefix tree: the product of its fan-outs. */
export function leavesOf(fanout: readonly number[]): number {
  return fanout.reduce((product, width) => product * width, 1);
}

/**
 * The fan-out for `steps` steps that a budget allows: as even as powers of two get, the last steps first (8 calls on two
 * steps are 2×4, the paper's default).
 */
export function fanoutWithin(budget: number, steps: number): number[] {
  const fanout = new Array<number>(steps).fill(1);
  for (let leaves = 2; leaves <= budget; leaves *= 2) {
    const smallest = Math.min(...fanout);
    fanout[fanout.lastIndexOf(smallest)]! *= 2;
  }
  return fanout;
}

/** The fan-out that was given, or the one that the budget allows; 64 leaves, or two per step, without a budget. */
export function fanoutOf(fanout: string | undefined, budget: number, steps: number): number[] {
  if (fanout !== undefined) return parseCounts(fanout);
  return fanoutWithin(budget === Number.POSITIVE_INFINITY ? Math.max(budgetWithoutLimit, 2 ** steps) : budget, steps);
}

/**
 * Why no tree can be grown over these steps; undefined where one can. Rows are compared at equal evaluator calls, so a given
 * fan-out has to spend the budget exactly, together with the `training` episodes of a method that draws some.
 */
export function refusesTree(
  steps: number,
  budget: number,
  fanout: string | undefined,
  training = 0,
): string | undefined {
  const refused = refusesShape(steps, fanout);
  if (refused !== undefined) return refused;
  if (fanout === undefined)
    return steps > mostSteps && budget === Number.POSITIVE_INFINITY
      ? `a tree over ${steps} steps needs at least 2^${steps} evaluator calls; give a fanout with ones in it`
      : needsCalls(2 ** steps + training, budget);
  const leaves = leavesOf(parseCounts(fanout));
  if (budget === Number.POSITIVE_INFINITY || leaves + training === budget) return undefined;
  const beside = training > 0 ? ` beside ${training} training episodes` : '';
  return `fanout ${fanout} makes ${leaves} leaves${beside}; the budget is ${budget} evaluator calls`;
}

/** Why no tree of this fan-out can be grown over these steps, whatever the budget. */
export function refusesShape(steps: number, fanout: string | undefined): string | undefined {
  if (steps === 0) return 'an episode without messages has nothing to replay';
  if (fanout === undefined) return undefined;
  const widths = parseCounts(fanout);
  const entries = `${widths.length} ${widths.length === 1 ? 'entry' : 'entries'}`;
  if (widths.length !== steps) return `fanout ${fanout} has ${entries} for ${steps} steps`;
  return leavesOf(widths) === 1 ? `fanout ${fanout} makes 1 leaf; a credit needs at least 2` : undefined;
}
