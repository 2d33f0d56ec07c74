/** Shapley value of every agent. @param values v(S) by bit mask, length 2ⁿ. O(2ⁿ) time, one table of scratch. Shapley (1953). */
export function shapleyOfTable(values: Float64Array): Float64Array {
  return semivalueOfTable(values, shapleyWeights(agentsOf(values)));
}

/** Banzhaf value of every agent. @param values v(S) by bit mask, length 2ⁿ. O(2ⁿ) time, one table of scratch. Banzhaf (1965). */
export function banzhafOfTable(values: Float64Array): Float64Array {
  const agents = agentsOf(values);
  return semivalueOfTable(values, new Float64Array(agents).fill(2 ** (1 - agents)));
}

/**
 * Semivalue Σ_{S∌i} p_s (v(S∪i) − v(S)) of every agent. @param values v(S) by bit mask, length 2ⁿ. @param weights p_s for
 * s = 0 … n − 1; Σ_s C(n−1, s) p_s = 1 makes it one. O(2ⁿ) time, one table of scratch. Dubey, Neyman & Weber (1981).
 */
export function semivalueOfTable(values: Float64Array, weights: Float64Array): Float64Array {
  const agents = agentsOf(values);
  if (weights.length !== agents) throw new RangeError(`${weights.length} weights for ${agents} agents`);
  const table = new Float64Array(values.length);
  const total = weightTable(values, weights, table);
  const credit = new Float64Array(agents);
  for (let agent = agents - 1; agent >= 0; agent--) credit[agent] = foldUpperHalf(table, 2 ** agent) - total;
  return credit;
}

/** p_s = s!(n−1−s)!/n! = 1 / ((n − s) C(n, s)) of the Shapley value, for s = 0 … n − 1. */
export function shapleyWeights(agents: number): Float64Array {
  let subsets = 1;
  return Float64Array.from({ length: agents }, (_, size) => {
    const weight = 1 / ((agents - size) * subsets);
    subsets = (subsets * (agents - size)) / (size + 1);
    return weight;
  });
}

/** Leave-one-out v(N) − v(N∖i) of every agent. @param values v(S) by bit mask, length 2ⁿ. */
export function removalOfTable(values: Float64Array): Float64Array {
  const grand = values.length - 1;
  return Float64Array.from({ length: agentsOf(values) }, (_, agent) => values[grand]! - values[grand ^ (1 << agent)]!);
}

/** Long sums are taken block by block, which keeps their rounding error far below one long chain's. */
const blockLength = 4096;

/**
 * Writes (p_{s−1} + p_s) u(S) to `table` and returns Σ_S p_s u(S), with u = v − v(∅), so a large v(∅) costs no digits. By
 * Σ_{S∌i} p_s (v(S∪i) − v(S)) = Σ_{S∋i} (p_{s−1} + p_s) u(S) − Σ_S p_s u(S) that is all a semivalue takes: the first sum, of
 * every agent, comes from the one table: add up the half that holds the top agent, fold it onto the other half.
 */
function weightTable(values: Float64Array, weights: Float64Array, table: Float64Array): number {
  const size = Math.min(values.length, blockLength);
  const members = new Uint8Array(size);
  for (let mask = 1; mask < size; mask++) members[mask] = members[mask >> 1]! + (mask & 1);
  const outside = Float64Array.of(...weights, 0);
  const inside = outside.map((weight, count) => weight + (outside[count - 1] ?? 0));
  const empty = values[0]!;
  let total = 0;
  for (let start = 0; start < values.length; start += size) {
    const above = countBits(start);
    let subtotal = 0;
    for (let mask = 0; mask < size; mask++) {
      const worth = values[start + mask]! - empty;
      const count = above + members[mask]!;
      table[start + mask] = inside[count]! * worth;
      subtotal += outside[count]! * worth;
    }
    total += subtotal;
  }
  return total;
}

/** Adds table[half … 2·half − 1] onto table[0 … half − 1]; returns the sum of the half that was added. */
export function foldUpperHalf(table: Float64Array, half: number): number {
  const size = Math.min(half, blockLength);
  let total = 0;
  for (let start = 0; start < half; start += size) {
    let subtotal = 0;
    for (let index = start; index < start + size; index++) {
      const upper = table[half + index]!;
      subtotal += upper;
      table[index]! += upper;
    }
    total += subtotal;
  }
  return total;
}

/** n of a table of 2ⁿ values. @throws RangeError where the length is no power of two, or above 2³⁰. */
export function agentsOf({ length }: Float64Array): number {
  const agents = Math.log2(length);
  if (!Number.isInteger(agents) || agents > 30) throw new RangeError(`a table of ${length} values is not one of 2ⁿ`);
  return agents;
}

function countBits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
