/**
 * The generator of Steele, Lea & Flood (2014): each call gives the next unsigned 64-bit number.
 * @param seed in [0, 2⁶⁴); a bigint, because a double would merge seeds above 2⁵³. statistics.md §11
 */
export function splitmix64(seed: bigint): () => bigint {
  if (seed < 0n || seed > mask) throw new RangeError(`the seed is ${seed}; expected a number from 0 to 2^64 - 1`);
  let state = seed;
  return () => {
    state = (state + 0x9e3779b97f4a7c15n) & mask;
    let mixed = state;
    mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & mask;
    return mixed ^ (mixed >> 31n);
  };
}

/** An unsigned 64-bit number as a uniform one on [0, 1): its upper 53 bits times 2⁻⁵³. */
export function uniformDouble(output: bigint): number {
  return Number(output >> 11n) / 2 ** 53;
}

const mask = 0xffffffffffffffffn;
