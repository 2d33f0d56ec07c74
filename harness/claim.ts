import { z } from 'zod';

const what = {
  task: z.string(),
  role: z.string().nullable().default(null),
};

/** One measured number of a run: a score of a method, or a line of a diagnostic. */
export const measureSchema = z.union([
  z.strictObject({ ...what, method: z.string(), metric: z.string(), budget: z.int().positive().nullable() }),
  z.strictObject({
    ...what,
    method: z.string().nullable().default(null),
    diagnostic: z.string(),
    budget: z.int().positive().nullable().default(null),
  }),
]);
export type Measure = z.output<typeof measureSchema>;

/**
 * A claim about methods, put as a sum of measured numbers that is positive, negative or zero: `left − right` is two terms of
 * weight 1 and −1. It is reported as it comes out and never asserted.
 */
export const claimSchema = z.strictObject({
  id: z.string(),
  text: z.string(),
  source: z.string(),
  /** What whoever made the claim, or a computation before us, leads one to expect. */
  expected: z.enum(['holds', 'does not hold', 'open']),
  terms: z.array(z.strictObject({ weight: z.number(), measure: measureSchema })).min(1),
  /** Added to the terms: −1 for a ratio that should be 1. */
  constant: z.number().default(0),
  /** The sign of the sum; `zero`: within the tolerance of 0. */
  relation: z.enum(['positive', 'negative', 'zero']),
  tolerance: z.number().positive().default(1e-9),
});
export type Claim = z.output<typeof claimSchema>;
/** As it is written in a suite. */
export type ClaimInput = z.input<typeof claimSchema>;
