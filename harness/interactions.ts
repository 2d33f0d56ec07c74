import type { Undefined } from './statistics/undefined.ts';
import { agentsOf, foldUpperHalf } from './table-values.ts';

/**
 * Shapley interaction of every pair, at `pairIndex`: Σ_T (v(T∪ij) − v(T∪i) − v(T∪j) + v(T)) / ((n−1) C(n−2, t)) over T without
 * the two; above 0 where they are worth more together. @param values v(S) by bit mask, length 2ⁿ. O(2ⁿ). Grabisch & Roubens (1999).
 */
export function shapleyInteractionsOfTable(values: Float64Array): Float64Array {
  const agents = agentsOf(values);
  let subsets = 1;
  const weights = Float64Array.from({ length: Math.max(0, agents - 1) }, (_, size) => {
    const weight = 1 / ((agents - 1) * subsets);
    subsets = (subsets * (agents - 2 - size)) / (size + 1);
    return weight;
  });
  return pairInteractions(values, weights);
}

/** Banzhaf interaction of every pair, at `pairIndex`: the same second difference, each T weighing 2^{2−n}. @param values as above. */
export function banzhafInteractionsOfTable(values: Float64Array): Float64Array {
  const agents = agentsOf(values);
  return pairInteractions(values, new Float64Array(Math.max(0, agents - 1)).fill(2 ** (2 - agents)));
}

/** Where the pair stands among the n(n − 1)/2: (0,1), (0,2), …, (1,2), …. @param i below `j`. */
export function pairIndex(agents: number, i: number, j: number): number {
  return i * agents - (i * (i + 1)) / 2 + j - i - 1;
}

/** m(T) by bit mask, v(S) = Σ_{T⊆S} m(T): what T brings that no part of it does. Cancels: not a way to other values. O(n 2ⁿ). Harsanyi (1959). */
export function mobiusOfTable(values: Float64Array): Float64Array {
  const agents = agentsOf(values);
  const table = values.slice();
  for (let agent = 0; agent < agents; agent++)
    for (let mask = 0; mask < table.length; mask++)
      if (mask & (1 << agent)) table[mask]! -= table[mask ^ (1 << agent)]!;
  return table;
}

/** f(T) by bit mask, v(S) = Σ_T f(T) (−1)^{|S∩T|}. O(n 2ⁿ). */
export function walshOfTable(values: Float64Array): Float64Array {
  const agents = agentsOf(values);
  const table = values.map((value) => value / values.length);
  for (let half = 1; half < 2 ** agents; half *= 2)
    for (let mask = 0; mask < table.length; mask++)
      if (mask & half) {
        const [without, having] = [table[mask ^ half]!, table[mask]!];
        table[mask ^ half] = without + having;
        table[mask] = without - having;
      }
  return table;
}

/**
 * Share of the variance of v over uniform coalitions that is of each order: Σ_{|T|=k} f(T)² / Σ_{T≠∅} f(T)² for k = 1 … n. The
 * first is what a sum of one number per agent can explain; the rest is synergy. @param values v(S) by bit mask, length 2ⁿ.
 */
export function varianceByOrder(values: Float64Array): Float64Array | Undefined {
  if (values.every((value) => value === values[0])) return { reason: 'the game is constant' };
  const agents = agentsOf(values);
  const walsh = walshOfTable(values.map((value) => value - values[0]!));
  const shares = new Float64Array(agents);
  const orders = new Uint8Array(values.length);
  let total = 0;
  for (let mask = 1; mask < walsh.length; mask++) {
    orders[mask] = orders[mask >> 1]! + (mask & 1);
    shares[orders[mask]! - 1]! += walsh[mask]! ** 2;
    total += walsh[mask]! ** 2;
  }
  return shares.map((share) => share / total);
}

/**
 * With u = v − v(∅) and u_k(S) = p_{s−k} u(S): Σ_T p_t δ_ij v(T) = Σ_S u_0 − Σ_{S∋i} (u_0 + u_1) − Σ_{S∋j} (u_0 + u_1) +
 * Σ_{S∋i,j} (u_0 + 2u_1 + u_2). Folding the upper half of a fold gives the sums of all pairs in O(2ⁿ).
 */
function pairInteractions(values: Float64Array, weights: Float64Array): Float64Array {
  const agents = agentsOf(values);
  const weight = (size: number) => weights[size] ?? 0;
  const [single, pair] = [new Float64Array(values.length), new Float64Array(values.length)];
  const sizes = new Uint8Array(values.length);
  let total = 0;
  for (let mask = 1; mask < values.length; mask++) {
    const size = (sizes[mask] = sizes[mask >> 1]! + (mask & 1));
    const worth = values[mask]! - values[0]!;
    total += weight(size) * worth;
    single[mask] = (weight(size) + weight(size - 1)) * worth;
    pair[mask] = (weight(size) + 2 * weight(size - 1) + weight(size - 2)) * worth;
  }
  const alone = new Float64Array(agents);
  for (let agent = agents - 1; agent >= 0; agent--) alone[agent] = foldUpperHalf(single, 2 ** agent);
  const interactions = new Float64Array((agents * (agents - 1)) / 2);
  for (let j = agents - 1; j > 0; j--) {
    const having = pair.slice(2 ** j, 2 ** (j + 1));
    foldUpperHalf(pair, 2 ** j);
    for (let i = j - 1; i >= 0; i--)
      interactions[pairIndex(agents, i, j)] = total - alone[i]! - alone[j]! + foldUpperHalf(having, 2 ** i);
  }
  return interactions;
}
