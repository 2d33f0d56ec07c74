import { hash } from 'node:crypto';
import { z } from 'zod';

/**
 * How a comparison is read, declared beforehand: which metric ranks each board, the margins of non-inferiority, the error
 * rates, what is resampled, the test and what becomes of missing cells. Its hash stands in the manifest, so a later change shows.
 */
export const analysisPlanSchema = z.strictObject({
  /** The metric that ranks, per board. */
  metrics: z
    .strictObject({
      agent: z.string().default('relative-error'),
      message: z.string().default('spearman-pooled'),
      blame: z.string().default('step-accuracy'),
    })
    .prefault({}),
  /** How much worse still passes, per metric, in its own unit. */
  margins: z.record(z.string(), z.number().positive()).default({}),
  alpha: z.number().gt(0).lt(1).default(0.05),
  power: z.number().gt(0).lt(1).default(0.8),
  /** Of intervals. */
  level: z.number().gt(0).lt(1).default(0.95),
  resamples: z.int().min(100).max(1_000_000).default(1000),
  /** What is resampled: statistics.md §3.2. Instances alone: other instances of these tasks. */
  levels: z
    .array(z.enum(['tasks', 'instances', 'seeds']))
    .min(1)
    .refine((levels) => new Set(levels).size === levels.length, 'a level stands twice')
    .default(['instances']),
  /** The two-sided test on paired differences per instance. */
  test: z.enum(['wilcoxon', 'sign-flip']).default('wilcoxon'),
  zeros: z.enum(['drop', 'pratt', 'split']).default('drop'),
  /** `no-rank`: an incomplete method has no rank. `worst`: a missing instance counts as the worst score any method got there. `intersect`: only instances that every method has. */
  missing: z.enum(['no-rank', 'worst', 'intersect']).default('no-rank'),
});
export type AnalysisPlan = z.output<typeof analysisPlanSchema>;
/** As it is written in a suite: what is left out is the default. */
export type AnalysisPlanInput = z.input<typeof analysisPlanSchema>;

/** The plan of whoever declared none. */
export const usualPlan: AnalysisPlan = analysisPlanSchema.parse({});

/** SHA-256 of a plan, the same for every order in which its margins were written. */
export function hashOfPlan(plan: AnalysisPlan): string {
  const margins = Object.fromEntries(Object.entries(plan.margins).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return hash('sha256', JSON.stringify(analysisPlanSchema.parse({ ...plan, margins })), 'hex');
}
