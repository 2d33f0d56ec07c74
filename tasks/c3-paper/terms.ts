import type { ClaimInput } from '../../harness/claim.ts';

/** The paper's matched budget, 8 evaluator calls per problem; a bias is easier to see with more. */
export const matched = 8;
export const ample = 64;

export const nested = 'c3[fanout=2x4]';
export const wide = 'c3[fanout=4x2]';
/** Where the three settings put the weight of the outcome. */
export const where = {
  'reasoner-actor': 'both roles matter',
  'reasoner-actor-upstream': 'most depends on the first role',
  'reasoner-actor-downstream': 'most depends on the last role',
} as const;

export const settings = ['reasoner-actor', 'reasoner-actor-upstream', 'reasoner-actor-downstream'] as const;

type Term = ClaimInput['terms'][number];

export const scoreOf = (metric: string, method: string, task: string, role: string | null, budget = matched) => ({
  metric,
  method,
  task,
  role,
  budget,
});
export const diagnosticOf = (
  diagnostic: string,
  task: string,
  role: string,
  method: string | null = null,
  budget = matched,
) => ({
  diagnostic,
  method,
  task,
  role,
  budget: method === null ? null : budget,
});
export const less = (left: Term['measure'], right: Term['measure']): Term[] => [
  { weight: 1, measure: left },
  { weight: -1, measure: right },
];

export const published = 'Chen et al. (2026), arXiv 2603.06859';
export const simulated = 'simulation behind our reading of arXiv 2603.06859';
export const identity = 'identity';
