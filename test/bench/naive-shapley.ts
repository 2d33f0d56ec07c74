/** The definition, literally: for every agent, every coalition without it. n·2ⁿ steps. @param values v(S) by bit mask, length 2ⁿ */
export function naiveShapley(values: Float64Array): Float64Array {
  const agents = Math.log2(values.length);
  const weights = Float64Array.from({ length: agents }, (_, size) => 1 / (agents * choose(agents - 1, size)));
  const credit = new Float64Array(agents);
  for (let agent = 0; agent < agents; agent++) {
    const bit = 1 << agent;
    let sum = 0;
    for (let mask = 0; mask < values.length; mask++)
      if ((mask & bit) === 0) sum += weights[countBits(mask)]! * (values[mask | bit]! - values[mask]!);
    credit[agent] = sum;
  }
  return credit;
}

function choose(from: number, size: number): number {
  let ways = 1;
  for (let taken = 1; taken <= size; taken++) ways = (ways * (from - taken + 1)) / taken;
  return ways;
}

/** Five steps whatever the mask. Warren, Hacker's Delight (2002), figure 5-2. */
function countBits(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
