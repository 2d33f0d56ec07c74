import { type LeastCore, leastCore, mostWronged } from './least-core.ts';
import type { Undefined } from './statistics/undefined.ts';
import { largestOf } from './statistics/without-dust.ts';
import { agentsOf } from './table-values.ts';

/** Whether the team can share v(N) − v(∅) so that no coalition gains by leaving; worth is taken as something to have, not as a cost. */
export type CoreReport = LeastCore & {
  /** No sharing satisfies everybody: the least excess is above 0 by more than rounding. */
  readonly isEmpty: boolean;
};

/** What one credit is like as a sharing of v(N) − v(∅). */
export type Stability = {
  /** No coalition gains, and it shares neither more nor less than there is. */
  readonly isInCore: boolean;
  /** Σ credit − (v(N) − v(∅)). */
  readonly surplus: number;
  /** The most that a coalition gains by leaving, v(S) − v(∅) − credit(S), below 0 where each would lose; and which (bit mask, the smallest of several). */
  readonly excess: number;
  readonly coalition: number;
};

/** The core of a game, or how far it is from having one. @param values v(S) by bit mask, length 2ⁿ. O(2ⁿ) per simplex step. Gillies (1959). */
export function coreOfTable(values: Float64Array): CoreReport | Undefined {
  if (agentsOf(values) < 2) return nobodyLeaves;
  const least = leastCore(values);
  return { ...least, isEmpty: least.excess > dustOf(values) };
}

/** How stable a credit is. @param values v(S) by bit mask, length 2ⁿ. @param credit one number per agent. */
export function stabilityOf(values: Float64Array, credit: Float64Array): Stability | Undefined {
  const agents = agentsOf(values);
  if (credit.length !== agents) throw new RangeError(`${credit.length} credits for ${agents} agents`);
  if (agents < 2) return nobodyLeaves;
  const gains = values.map((value) => value - values[0]!);
  const { coalition, excess } = mostWronged(gains, credit);
  const surplus = credit.reduce((sum, share) => sum + share, 0) - gains.at(-1)!;
  const dust = Math.max(dustOf(values), 1e-9 * largestOf(credit));
  return { isInCore: excess <= dust && Math.abs(surplus) <= dust, surplus, excess, coalition };
}

const nobodyLeaves: Undefined = { reason: 'a team of one has no coalition that could leave it' };

function dustOf(values: Float64Array): number {
  return 1e-9 * largestOf(values.map((value) => value - values[0]!));
}
