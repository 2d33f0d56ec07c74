/** What a series of rounds says about ours against its baseline. */
export type Comparison = {
  /** Least of all rounds, which noise of other processes disturbs least. */
  readonly ours: number;
  readonly baseline: number;
  /** Median of the rounds' ratios ours / baseline. */
  readonly ratio: number;
  /** Ratio of the least values, ours / baseline. */
  readonly least: number;
  /** Distance of the quartiles of the rounds' ratios, as a share of `ratio`; null where there was one round. */
  readonly spread: number | null;
  readonly rounds: number;
};

/** @param ours and @param baseline one positive number per round */
export function compare(ours: readonly number[], baseline: readonly number[]): Comparison {
  const ratios = ours.map((value, round) => value / baseline[round]!).toSorted((a, b) => a - b);
  const ratio = quantile(ratios, 0.5);
  const [leastOfOurs, leastOfBaseline] = [Math.min(...ours), Math.min(...baseline)];
  return {
    ours: leastOfOurs,
    baseline: leastOfBaseline,
    ratio,
    least: leastOfOurs / leastOfBaseline,
    spread: ratios.length > 1 ? (quantile(ratios, 0.75) - quantile(ratios, 0.25)) / ratio : null,
    rounds: ratios.length,
  };
}

/** Type 7: linear between the neighbours. */
function quantile(sorted: readonly number[], q: number): number {
  const place = (sorted.length - 1) * q;
  const below = sorted[Math.floor(place)]!;
  return below + (place - Math.floor(place)) * (sorted[Math.ceil(place)]! - below);
}
