import { isMember } from '../../../harness/coalitions.ts';
import type { Learner } from './learner.ts';
import { sizeOf } from './rows.ts';
import { factorise, solveFactorised } from './symmetric-system.ts';

const nugget = 1e-7;

/** κ(m) = Σ_t λ_t C(m,t)/C(n,t): the covariance of two worths whose coalitions share m agents, for random unanimity terms of size t. */
export type Covariance = (shared: number) => number;

/** Terms of every size alike: Σ_t C(m,t)/C(n,t) = (n+1)/(n−m+1). */
export function termsOfAnySize(agents: number): Covariance {
  return (shared) => (agents + 1) / (agents - shared + 1);
}

/** Terms of sizes 1 to 4. */
export function termsOfFewAgents(agents: number): Covariance {
  return (shared) => {
    let [sum, ratio] = [0, 1];
    for (let size = 1; size <= Math.min(4, agents); size++) {
      ratio *= (shared - size + 1) / (agents - size + 1);
      sum += ratio;
    }
    return sum;
  };
}

/**
 * Gaussian-process mean of the odd part of the game from pairs, under the prior that the game, or its dual, is a sum of random
 * unanimity terms. As a function of S the covariance with A knows only |S ∩ A| and |S ∖ A|, so its Shapley value is in closed form.
 */
export function randomTerms(covarianceOf: (agents: number) => Covariance): Learner {
  return ({ rows, values }, training) => {
    const { coalitions } = rows;
    const { agents, count } = coalitions;
    const covariance = covarianceOf(agents);
    const kappa = Float64Array.from({ length: agents + 1 }, (_, shared) => covariance(shared));
    // N with ∅, then the first of every training pair.
    const firsts = [1, ...training.filter((row) => row >= 2 && row % 2 === 0)];
    const between = (one: number, other: number) => {
      const shared = sharedBy(coalitions.words, coalitions.width, one, other);
      const [a, b] = [sizeOf(rows, one), sizeOf(rows, other)];
      return (kappa[shared]! - kappa[a - shared]! - kappa[b - shared]! + kappa[agents - a - b + shared]!) / 4;
    };
    const size = firsts.length;
    const matrix = new Float64Array(size * size);
    for (let i = 0; i < size; i++) for (let j = 0; j <= i; j++) matrix[i * size + j] = between(firsts[i]!, firsts[j]!);
    const level = kappa[agents]!;
    for (let i = 0; i < size; i++) matrix[i * size + i]! += nugget * level;
    const odd = Float64Array.from(firsts, (row) => (values[row]! - values[row === 1 ? 0 : row + 1]!) / 2);
    if (!factorise(matrix, size)) throw new RangeError('a nugget makes the covariance positive definite');
    const weights = solveFactorised(matrix, size, odd);
    const fitted = new Float64Array(count);
    for (let row = 1; row < count; row = row === 1 ? 2 : row + 2) {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += weights[i]! * between(row, firsts[i]!);
      fitted[row] = sum;
      fitted[row === 1 ? 0 : row + 1] = -sum;
    }
    const shapley = new Float64Array(agents);
    for (let i = 0; i < size; i++) {
      const row = firsts[i]!;
      const members = sizeOf(rows, row);
      const inside = members === 0 ? 0 : (weights[i]! * (kappa[members]! - kappa[0]!)) / (2 * members);
      const outside =
        members === agents ? 0 : (-weights[i]! * (kappa[agents - members]! - kappa[0]!)) / (2 * (agents - members));
      for (let agent = 0; agent < agents; agent++)
        shapley[agent]! += isMember(coalitions, row, agent) ? inside : outside;
    }
    return { values: fitted, shapley };
  };
}

function sharedBy(words: Uint32Array, width: number, one: number, other: number): number {
  let shared = 0;
  for (let word = 0; word < width; word++) shared += bitsOf(words[one * width + word]! & words[other * width + word]!);
  return shared;
}

/** Warren, Hacker's Delight (2002), figure 5-2. */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
