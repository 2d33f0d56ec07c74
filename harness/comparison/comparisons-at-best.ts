/**
 * By how many comparisons Holm would multiply the smallest p that one of several tests could give, the others being as they are:
 * those rejected with a smaller p no longer count. Holm (1979), statistics.md §5.5.
 * @param tested every test that has a p, this one too
 */
export function comparisonsAtBest(
  smallestP: number | null,
  tested: readonly { readonly p: number; readonly adjustedP: number }[],
  alpha: number,
): number {
  if (smallestP === null) return tested.length;
  return tested.length - tested.filter(({ p, adjustedP }) => p < smallestP && adjustedP <= alpha).length;
}
