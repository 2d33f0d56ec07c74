import { z } from 'zod';
import { auditRecordSchema } from '../../harness/signals/audit-record.ts';
import { defaultTwinScale } from '../../harness/signals/scalar-twin.ts';

const weight = z.number().nonnegative();
const share = z.number().min(0).max(1);
const [{ shape: recorded }] = auditRecordSchema.options;

/** The options of evaluation-aligned; every one of them, or what became of it, is in the audit record. */
export const alignedOptions = z
  .strictObject({
    null: recorded.null.optional().describe('fails unless this is what stands in for absent agents'),
    theta: z.number().optional().describe('outcomes of at least this are a success; the top of the range by default'),
    estimator: z
      .enum(['auto', 'exact', 'permutation', 'equal'])
      .default('auto')
      .describe('success: auto is exact where 2^n fits the budget; equal splits the outcome where no worth is offered'),
    labels: z
      .enum(['prm', 'judge', 'potential-difference'])
      .default('prm')
      .describe('success: 2 P(right) − 1, the verdict ±1, or the difference in value'),
    sigma: weight.optional().describe('success: adds N(0, sigma²) to every label and clips it to [−1, 1]'),
    flip: share.optional().describe('success: turns the sign of a label with this probability'),
    split: z.enum(['centred', 'proportional']).default('centred').describe('success: how messages share the credit'),
    eta: weight.optional().describe('centred: weight of the labels; the largest that keeps rewards in bounds'),
    beta: weight.optional().describe('proportional: how much more the helpful messages get; 1'),
    badness: z
      .enum(['judged', 'drop', 'no-return', 'counterfactual'])
      .default('judged')
      .describe('failure: what makes a prefix faulty'),
    search: z.enum(['linear', 'binary']).default('linear').describe('failure: binary is exact only if bad stays bad'),
    faulty: share.default(0.5).describe('judge: a message is faulty where P(right) is below this'),
    level: z.number().optional().describe('no-return: faulty where the value is below this; the middle of the range'),
    verdicts: z
      .enum(['step', 'prefix', 'none'])
      .default('step')
      .describe('failure: whether the judge speaks of messages or of all so far, so that it can see a repair'),
    values: z
      .enum(['auto', 'replay', 'critic', 'none'])
      .default('auto')
      .describe('where V is from: auto is replay where the budget covers it, or what the other options need'),
    replays: z.int().positive().optional().describe('continuations per context; as many as the budget allows, 16'),
    alternatives: z.int().nonnegative().optional().describe('failure: other messages tried per step; 4 if affordable'),
    proposals: z.enum(['sample', 'policy']).optional().describe('failure: where the other messages are from'),
    epsilon: weight.optional().describe('failure: differences in value up to this are none; 0.05 of the range'),
    classifier: z.enum(['values', 'judge']).optional().describe('failure: whose classes count; values where known'),
    kappa: weight.default(defaultTwinScale.kappa).describe('failure: what the first error costs'),
    rho: weight.default(defaultTwinScale.rho).describe('failure: what a repair earns'),
    kappaTail: weight.default(defaultTwinScale.kappaTail).describe('failure: what a failure-aligned message costs'),
  })
  .refine(({ sigma, flip }) => sigma === undefined || flip === undefined, {
    path: ['flip'],
    error: 'goes without sigma; expected one kind of noise',
  })
  .refine(({ split, eta }) => split === 'centred' || eta === undefined, {
    path: ['eta'],
    error: 'goes with split=centred; split=proportional takes beta',
  })
  .refine(({ split, beta }) => split === 'proportional' || beta === undefined, {
    path: ['beta'],
    error: 'goes with split=proportional; split=centred takes eta',
  })
  .refine(({ badness, values }) => badness !== 'counterfactual' || values !== 'critic', {
    path: ['values'],
    error: 'is replay or none where badness=counterfactual, whose alternatives are valued by replay',
  })
  .refine(({ badness, values }) => (badness !== 'drop' && badness !== 'no-return') || values !== 'none', {
    path: ['values'],
    error: 'is replay or critic where badness is drop or no-return',
  });
export type AlignedOptions = z.output<typeof alignedOptions>;
