import type { Estimand } from '../harness/contract.ts';

export type Finding = 'dead' | 'saturated' | 'duplicate' | 'contradictory';

/** What ails the instances of one task on its board's headline, at the largest budget. */
export type DoctorEntry = {
  readonly task: string;
  readonly estimand: Estimand;
  readonly budget: number | null;
  readonly metric: string;
  readonly instances: number;
  /** Methods, controls left out, whose scores are compared. */
  readonly methods: number;
  /** Instances on which every method scores the same; of them, `saturated` have the best score there is. */
  readonly dead: number;
  readonly saturated: number;
  /** Instances that are the same episode with the same truth as an earlier one. */
  readonly duplicate: number;
  /** Instances that are the same episode as an earlier one with another truth. */
  readonly contradictory: number;
  /** Mean over instances of the standard deviation between methods; null for fewer than two methods or without values per instance. */
  readonly discrimination: number | null;
  /** The first of them by name; at most ten per finding. */
  readonly examples: readonly { readonly instance: string; readonly finding: Finding; readonly detail: string }[];
};
