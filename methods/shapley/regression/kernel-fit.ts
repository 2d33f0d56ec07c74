import { isMember } from '../../../harness/coalitions.ts';
import { factorise, solveFactorised } from './symmetric-system.ts';
import { signedWorths, type Units } from './units.ts';

/** Of the mean diagonal entry: what a system that does not determine the credits gets, so that the shortest solution is found. */
const leastRidge = 1e-9;

/**
 * Credits φ = Δ/n + x with Σx = 0 that minimise Σ k(s)(v(S) − v(∅) − Σ_{i∈S} φ_i)² over the units, each standing for its size; the rows
 * are 1[i∈S] − s/n, so the constraint holds exactly. Lundberg & Lee (2017); pairs: Covert & Lee (2021).
 * @param ridge added to the diagonal, as a multiple of its mean
 */
export function kernelFit(units: Units, total: number, divisors: Float64Array, ridge: number): Float64Array {
  const { agents, strata, coalitions, stratum, complements } = units;
  const gram = new Float64Array(agents * agents);
  const sides = new Float64Array(agents);
  const signed = signedWorths(units);
  const row = new Float64Array(agents);
  for (let unit = 0; unit < stratum.length; unit++) {
    const at = stratum[unit]!;
    const { size, share } = strata[at]!;
    const weight = share / (divisors[at]! * size * (agents - size));
    // A pair has two rows, one the negative of the other.
    const twice = complements === null ? 1 : 2;
    const fair = complements === null ? size : 2 * size - agents;
    const target = signed[unit]! - (total * fair) / agents;
    for (let agent = 0; agent < agents; agent++)
      row[agent] = (isMember(coalitions, unit, agent) ? 1 : 0) - size / agents;
    for (let i = 0; i < agents; i++) {
      const weighted = weight * row[i]!;
      sides[i]! += weighted * target;
      for (let j = 0; j <= i; j++) gram[i * agents + j]! += twice * weighted * row[j]!;
    }
  }
  const credit = solveZeroSum(gram, sides, ridge);
  const gap = (total - credit.reduce((sum, value) => sum + value, 0)) / agents;
  return credit.map((value) => value + gap);
}

/** The solution of G x = b with Σx = 0, for G 1 = 0 and Σb = 0. @param gram lower triangle */
function solveZeroSum(gram: Float64Array, sides: Float64Array, ridge: number): Float64Array {
  const agents = sides.length;
  let level = 0;
  for (let i = 0; i < agents; i++) level += gram[i * agents + i]! / agents;
  if (level === 0) return new Float64Array(agents);
  for (const added of [ridge, ridge + leastRidge]) {
    const matrix = gram.map((value) => value + level / agents);
    for (let i = 0; i < agents; i++) matrix[i * agents + i]! += added * level;
    if (factorise(matrix, agents) && isWellPosed(matrix, agents, level)) return solveFactorised(matrix, agents, sides);
  }
  throw new RangeError('a ridge makes the system positive definite');
}

function isWellPosed(factor: Float64Array, size: number, level: number): boolean {
  for (let i = 0; i < size; i++) if (factor[i * size + i]! ** 2 < 1e-10 * level) return false;
  return true;
}

/** Per unit what the credits leave of it: v(S) − v(∅) − Σ_{i∈S} φ_i, of a pair less the same of its complement. */
export function residualsOf(units: Units, total: number, credit: Float64Array): Float64Array {
  return signedWorths(units).map((value, unit) => {
    let inside = 0;
    for (let agent = 0; agent < units.agents; agent++)
      if (isMember(units.coalitions, unit, agent)) inside += credit[agent]!;
    return units.complements === null ? value - inside : value - 2 * inside + total;
  });
}
