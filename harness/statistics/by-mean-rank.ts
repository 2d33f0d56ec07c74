/** The methods from the best mean rank to the worst, ties by index. */
export function byMeanRank(meanRanks: ArrayLike<number>): number[] {
  return Array.from(meanRanks, (_, method) => method).sort((a, b) => meanRanks[a]! - meanRanks[b]! || a - b);
}
