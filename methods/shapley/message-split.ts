/**
 * r_t = φ_i / |T_i| + η (s_t − mean of the agent's labels): an agent's messages share its credit, the helpful ones more.
 * @param credit φ per agent. @param labels s_t in [−1, 1] per message. An agent without messages keeps its credit unsplit.
 */
export function splitCentred(
  credit: Float64Array,
  authors: readonly number[],
  labels: Float64Array,
  eta: number,
): Float64Array {
  const counts = new Float64Array(credit.length);
  const sums = new Float64Array(credit.length);
  for (const [step, agent] of authors.entries()) {
    counts[agent]!++;
    sums[agent]! += labels[step]!;
  }
  return Float64Array.from(authors, (agent, step) => {
    return credit[agent]! / counts[agent]! + eta * (labels[step]! - sums[agent]! / counts[agent]!);
  });
}

/** The largest η for which no message's reward can exceed `width`, the width of the outcome range: (w − max |φ_i| / |T_i|) / 2. */
export function largestEta(credit: Float64Array, authors: readonly number[], width: number): number {
  const counts = new Float64Array(credit.length);
  for (const agent of authors) counts[agent]!++;
  const shares = credit.map((value, agent) => (counts[agent]! > 0 ? Math.abs(value) / counts[agent]! : 0));
  return (width - shares.reduce((most, share) => Math.max(most, share), 0)) / 2;
}
