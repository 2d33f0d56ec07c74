import type { Swings } from './swings.ts';

/** The swings of one agent of each distinct weight, in a game whose worth is `worthOf` the coalition's weight; all integers. */
export function weightSwings(weights: readonly number[], worthOf: (weight: number) => number): Map<number, Swings> {
  const counts = countCoalitions(weights);
  return new Map([...new Set(weights)].map((weight) => [weight, swingsOf(weight, counts, worthOf)]));
}

/** counts[s][x]: the number of coalitions of s agents whose weights add up to x. */
function countCoalitions(weights: readonly number[]): bigint[][] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const counts = Array.from({ length: weights.length + 1 }, () => new Array<bigint>(total + 1).fill(0n));
  counts[0]![0] = 1n;
  let reached = 0;
  weights.forEach((weight, agent) => {
    // From large to small, so that no agent is counted twice.
    for (let size = agent; size >= 0; size--) {
      const [without, within] = [counts[size]!, counts[size + 1]!];
      for (let x = 0; x <= reached; x++) if (without[x] !== 0n) within[x + weight]! += without[x]!;
    }
    reached += weight;
  });
  return counts;
}

/** Counts the coalitions of the others by d[s][x] = c[s][x] − d[s−1][x−w], and with them what an agent of weight w adds. */
function swingsOf(weight: number, counts: readonly bigint[][], worthOf: (weight: number) => number): bigint[] {
  const gains = counts[0]!.slice(weight).map((_, x) => BigInt(worthOf(x + weight) - worthOf(x)));
  const end = gains.findLastIndex((gain) => gain !== 0n) + 1;
  let smaller: bigint[] = [];
  return counts.slice(0, -1).map((row) => {
    const others = row.slice(0, end);
    let swing = 0n;
    for (let x = 0; x < end; x++) {
      if (x >= weight && smaller.length > 0) others[x]! -= smaller[x - weight]!;
      if (gains[x] !== 0n) swing += others[x]! * gains[x]!;
    }
    smaller = others;
    return swing;
  });
}
