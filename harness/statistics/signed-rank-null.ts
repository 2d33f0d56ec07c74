/** At most this many untied distributions are kept, one per number of ranks. */
export const mostExactRanks = 200;

const untied = new Map<number, Float64Array>();

/**
 * P(S ≤ s), s = 0 … Σ `doubled`, of the doubled positive rank sum when each of the given doubled ranks (whole numbers) is
 * positive with probability ½; computed once per number of ranks where they are the untied 2, 4, … 2n. Statistics.md §4.
 */
export function signedRankNull(doubled: ArrayLike<number>): Float64Array {
  const isUntied = Array.from(doubled).every((value, place) => value === 2 * (place + 1));
  if (!isUntied || doubled.length > mostExactRanks) return cumulated(doubled);
  const kept = untied.get(doubled.length) ?? cumulated(doubled);
  untied.set(doubled.length, kept);
  return kept;
}

function cumulated(doubled: ArrayLike<number>): Float64Array {
  const chances = new Float64Array(Array.from(doubled).reduce((sum, value) => sum + value, 1));
  chances[0] = 1;
  let most = 0;
  for (let place = 0; place < doubled.length; place++) {
    const value = doubled[place]!;
    most += value;
    for (let s = most; s >= value; s--) chances[s] = (chances[s]! + chances[s - value]!) / 2;
    for (let s = value - 1; s >= 0; s--) chances[s]! /= 2;
  }
  for (let s = 1; s < chances.length; s++) chances[s]! += chances[s - 1]!;
  return chances;
}
