import type { Access, Episode } from '../../../harness/contract.ts';
import { shapleyOfTable } from '../../../harness/table-values.ts';
import { callsWithin } from '../designs/calls-within.ts';
import { wholeTable } from '../designs/whole-table.ts';
import type { Estimate } from './estimate.ts';
import { kernelFit, residualsOf } from './kernel-fit.ts';
import { sampleUnits } from './sample-units.ts';
import { standardErrors } from './standard-errors.ts';
import type { Shape } from './strata.ts';
import { coalitionSum } from './unit-sum.ts';
import { signedWorths } from './units.ts';

export type KernelOptions = {
  readonly isPaired: boolean;
  readonly shape: Shape;
  /** Coalitions of a deterministic game may come twice. */
  readonly isReplaced: boolean;
  /** `sum`: no fit, the unbiased sum over coalitions. A number: the ridge. `auto`: one while the units are few, see ridgeFor. */
  readonly fit: 'sum' | 'auto' | number;
};

/** Shapley values from one sample of coalitions: by least squares, or as the sum over coalitions; exact where the budget covers all 2ⁿ. */
export async function kernelEstimate(
  { agents: { length: agents }, outcome }: Episode,
  access: Pick<Access<'worth'>, 'worth' | 'noise' | 'random' | 'budget'>,
  { isPaired, shape, isReplaced, fit }: KernelOptions,
): Promise<Estimate> {
  const { noise, budget } = access;
  const calls = callsWithin(budget.limit, agents);
  const table = await wholeTable(agents, access, calls);
  if (table !== undefined) return { credit: shapleyOfTable(table), standardErrors: new Float64Array(agents) };
  const repeats = isReplaced ? 'freely' : noise === 'sampled' ? 'evenly' : 'never';
  const { units, total, divisors } = await sampleUnits(agents, outcome, access, calls, { isPaired, shape, repeats });
  const ofNoise = { undefined: 'repeated and single draws are not told apart' };
  if (fit === 'sum') {
    const credit = coalitionSum(units, total, divisors);
    return { credit, standardErrors: repeats === 'never' ? standardErrors(units, signedWorths(units)) : ofNoise };
  }
  const count = units.stratum.length;
  const isWhole = repeats === 'never' && count === units.strata.reduce((sum, { units: all }) => sum + all, 0);
  const ridge = fit === 'auto' ? (isWhole ? 0 : ridgeFor(count, agents)) : fit;
  const credit = kernelFit(units, total, divisors, ridge);
  if (repeats !== 'never') return { credit, standardErrors: ofNoise };
  if (count <= agents)
    return { credit, standardErrors: { undefined: `${count} units cannot tell the error of ${agents} credits` } };
  const errors = standardErrors(units, residualsOf(units, total, credit));
  const lost = Math.sqrt(count / (count - agents));
  return { credit, standardErrors: errors instanceof Float64Array ? errors.map((error) => error * lost) : errors };
}

/**
 * Least squares explodes where units are about as many as agents: a tenth of the mean diagonal up to two units per agent, a hundredth up to
 * four, nothing beyond.
 */
export function ridgeFor(units: number, agents: number): number {
  if (units < 2 * agents) return 0.1;
  return units < 4 * agents ? 0.01 : 0;
}
