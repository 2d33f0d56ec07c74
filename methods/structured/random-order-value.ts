/**
 * Mean marginal contribution over random orders drawn from the last place on. @param values v(S) by bit mask, length 2ⁿ.
 * @param lastShare P(this agent stands last | `coalition` fills the first places, `rest` is it without the agent); 0 is never
 * looked up in `values`. O(n 2ⁿ) time, one table of scratch. Weber (1988).
 */
export function randomOrderValue(
  values: Float64Array,
  agents: number,
  lastShare: (coalition: number, rest: number, agent: number) => number,
): Float64Array {
  /** P(the coalition fills the first places). */
  const first = new Float64Array(values.length);
  first[values.length - 1] = 1;
  const credit = new Float64Array(agents);
  for (let coalition = values.length - 1; coalition > 0; coalition--) {
    if (first[coalition] === 0) continue;
    for (let agent = 0; agent < agents; agent++) {
      const rest = coalition & ~(1 << agent);
      if (rest === coalition) continue;
      const probability = first[coalition]! * lastShare(coalition, rest, agent);
      if (probability === 0) continue;
      first[rest]! += probability;
      credit[agent]! += probability * (values[coalition]! - values[rest]!);
    }
  }
  return credit;
}
