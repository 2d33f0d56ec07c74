import { solveLinear } from './solve-linear.ts';
import { agentsOf } from './table-values.ts';

/** The least ε at which no coalition gains more than ε by leaving, and why it is no less. */
export type LeastCore = {
  /** ε = min_x max_{∅≠S≠N} (v(S) − v(∅) − x(S)) over allocations x of v(N) − v(∅). */
  readonly excess: number;
  /** One x that reaches it; in general not the only one. */
  readonly allocation: Float64Array;
  /** Weights y_S ≥ 0 of coalitions (bit masks), of sum 1, that cover every agent t times: Σ y_S (v(S) − v(∅)) − t (v(N) − v(∅)) = ε. */
  readonly proof: readonly { readonly coalition: number; readonly weight: number }[];
};

/**
 * By the simplex method on the dual, which maximises Σ y_S u(S) − t u(N) with u = v − v(∅): its prices are x and ε, and the
 * coalition that enters is the one most wronged by them, or, after a step without progress, the first that is wronged (Bland),
 * so it ends. @param values v(S) by bit mask, length 2ⁿ, n ≥ 2. @throws RangeError where rounding leaves the optimum unproved.
 * O(2ⁿ) per step. Maschler, Peleg & Shapley (1979).
 */
export function leastCore(values: Float64Array): LeastCore {
  const agents = agentsOf(values);
  if (agents < 2) throw new RangeError(`a team of ${agents} has no coalition besides none and all`);
  const gains = values.map((value) => value - values[0]!);
  const grand = gains.length - 1;
  const tolerance = 1e-11 * gains.reduce((most, gain) => Math.max(most, Math.abs(gain)), 0);
  /** Coalitions with a weight; the grand one stands for t. */
  const basis = [...Array.from({ length: agents }, (_, agent) => 1 << agent), grand];
  const rightSide = [...new Array<number>(agents).fill(0), 1];
  let stalled = false;
  for (let step = 0; step < mostSteps; step++) {
    const columns = basis.map((coalition) => columnOf(coalition, agents));
    const rows = rightSide.map((_, row) => columns.map((column) => column[row]!));
    const weights = solveLinear(rows, rightSide);
    const prices = solveLinear(
      columns,
      basis.map((coalition) => (coalition === grand ? -gains[grand]! : gains[coalition]!)),
    );
    const limit = prices[agents]! + tolerance;
    const entering = mostWronged(gains, prices, stalled ? limit : Number.POSITIVE_INFINITY);
    if (entering.excess <= limit) return proved(gains, basis, weights, prices.subarray(0, agents), tolerance);
    const change = solveLinear(rows, columnOf(entering.coalition, agents));
    const leaving = leavingPlace(basis, weights, change);
    stalled = weights[leaving]! <= tiny;
    basis[leaving] = entering.coalition;
  }
  throw new RangeError(`the least core of ${agents} agents is not found in ${mostSteps} steps`);
}

/** The coalition with the largest u(S) − x(S), or the first above `enough`. @param prices x, and whatever follows it. */
export function mostWronged(
  gains: Float64Array,
  prices: ArrayLike<number>,
  enough = Number.POSITIVE_INFINITY,
): { readonly coalition: number; readonly excess: number } {
  const given = new Float64Array(gains.length);
  let most = { coalition: 0, excess: Number.NEGATIVE_INFINITY };
  for (let mask = 1; mask < gains.length - 1 && most.excess <= enough; mask++) {
    const agent = 31 - Math.clz32(mask);
    given[mask] = given[mask ^ (1 << agent)]! + prices[agent]!;
    const excess = gains[mask]! - given[mask]!;
    if (excess > most.excess) most = { coalition: mask, excess };
  }
  return most;
}

/** Far more than a game takes: 372 was the most in random ones of up to 20 agents. Only rounding could go in circles. */
const mostSteps = 20000;

/** Weights are sums of a few fractions of small integers; below this they are 0. */
const tiny = 1e-10;

/** The coefficients of a coalition in Σ_{S∋i} y_S − t = 0 for every agent and in Σ y_S = 1. */
function columnOf(coalition: number, agents: number): number[] {
  if (coalition === 2 ** agents - 1) return [...new Array<number>(agents).fill(-1), 0];
  return [...Array.from({ length: agents }, (_, agent) => (coalition >> agent) & 1), 1];
}

/** Whose weight reaches 0 first; of several, the smallest bit mask. */
function leavingPlace(basis: readonly number[], weights: Float64Array, change: Float64Array): number {
  let leaving = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let place = 0; place < basis.length; place++) {
    if (change[place]! <= tiny) continue;
    const ratio = Math.max(0, weights[place]!) / change[place]!;
    const isTied = Math.abs(ratio - least) <= tiny;
    if (isTied ? basis[place]! < basis[leaving]! : ratio < least) {
      leaving = place;
      least = ratio;
    }
  }
  if (leaving < 0) throw new RangeError('rounding hides which coalition leaves the proof of the least core');
  return leaving;
}

function proved(
  gains: Float64Array,
  basis: readonly number[],
  weights: Float64Array,
  allocation: Float64Array,
  tolerance: number,
): LeastCore {
  const grand = gains.length - 1;
  const { excess } = mostWronged(gains, allocation);
  const bound = basis.reduce(
    (sum, coalition, place) => sum + weights[place]! * (coalition === grand ? -gains[grand]! : gains[coalition]!),
    0,
  );
  const total = allocation.reduce((sum, share) => sum + share, 0);
  const slack = 100 * tolerance;
  if (Math.abs(excess - bound) > slack || Math.abs(total - gains[grand]!) > slack || weights.some((y) => y < -tiny))
    throw new RangeError(`rounding leaves the least core between ${bound} and ${excess}`);
  const proof = basis
    .map((coalition, place) => ({ coalition, weight: weights[place]! }))
    .filter(({ coalition, weight }) => coalition !== grand && weight > tiny);
  return { excess, allocation: allocation.slice(), proof };
}
