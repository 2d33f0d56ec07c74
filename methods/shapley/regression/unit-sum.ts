import { isMember } from '../../../harness/coalitions.ts';
import { signedWorths, type Units } from './units.ts';

/**
 * Adds y · w(S) to `credit`, w_i = 1/s for the members of the unit's coalition and −1/(n−s) for the others: what one coalition of
 * size s says about every agent; it sums to zero. shapley-estimators.md, identity 3.
 */
export function addUnit(
  credit: Float64Array,
  { agents, strata, coalitions, stratum }: Pick<Units, 'agents' | 'strata' | 'coalitions' | 'stratum'>,
  unit: number,
  amount: number,
): void {
  if (amount === 0) return;
  const { size } = strata[stratum[unit]!]!;
  const [inside, outside] = [amount / size, -amount / (agents - size)];
  for (let agent = 0; agent < agents; agent++) credit[agent]! += isMember(coalitions, unit, agent) ? inside : outside;
}

/** Δ/n + Σ_s mean over the sampled units of size s of y · w(S): unbiased KernelSHAP, SHAP-IQ of order 1. */
export function coalitionSum(units: Units, total: number, divisors: Float64Array): Float64Array {
  const credit = new Float64Array(units.agents).fill(total / units.agents);
  const signed = signedWorths(units);
  for (let unit = 0; unit < signed.length; unit++) {
    const at = units.stratum[unit]!;
    addUnit(credit, units, unit, (units.strata[at]!.share * signed[unit]!) / divisors[at]!);
  }
  return credit;
}
