/** What a series of rounds says about ours against its baseline. */
export type Comparison = {
  /** Least of all rounds, which noise of other processes disturbs least. */
  readonly ours: number;
  readonly baseline: number;
  /** Median of the rounds' ratios ours / baseline. */
  readonly ratio: number;
  /** Ratio of the least values, ours / baseline. */
  readonly least: number;
  /** Width of the 95 % interval of that median, as a share of it; null where there was one round. */
  readonly spread: number | null;
  readonly rounds: number;
};

/** @param ours and @param baseline one positive number per round */
export function compare(ours: readonly number[], baseline: readonly number[]): Comparison {
  const ratios = ours.map((value, round) => value / baseline[round]!).toSorted((a, b) => a - b);
  const ratio = median(ratios);
  const [leastOfOurs, leastOfBaseline] = [Math.min(...ours), Math.min(...baseline)];
  return {
    ours: leastOfOurs,
    baseline: leastOfBaseline,
    ratio,
    least: leastOfOurs / leastOfBaseline,
    spread: ratios.length > 1 ? widthOfMedian(ratios) / ratio : null,
    rounds: ratios.length,
  };
}

function median(sorted: readonly number[]): number {
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}

/** Between the order statistics n/2 ± 0.98 √n; the whole range where there are few. Hahn & Meeker (1991), § 5.2. */
function widthOfMedian(sorted: readonly number[]): number {
  const below = Math.max(0, Math.floor(sorted.length / 2 - 0.98 * Math.sqrt(sorted.length)) - 1);
  return sorted[sorted.length - 1 - below]! - sorted[below]!;
}
