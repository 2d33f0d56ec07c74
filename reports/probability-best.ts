import type { Sheets } from './board-sheets.ts';
import type { Contender, Unresolved } from './resolve.ts';

/** Per contender the share of shared resamples in which it is first, ties split evenly; undefined where there is nothing to resample. */
export function probabilitiesBest(
  { headline, better }: Unresolved,
  contenders: readonly Contender[],
  sheets: Sheets,
): number[] | undefined {
  const sign = better === 'lower' ? -1 : 1;
  const drawn = contenders.map(({ method }) => sheets.get(method)!.means.get(headline)!.replicates());
  if (drawn.some((replicates) => replicates === undefined)) return undefined;
  const firsts = contenders.map(() => 0);
  let resamples = 0;
  for (let resample = 0; resample < drawn[0]!.length; resample++) {
    const scores = drawn.map((replicates) => sign * replicates![resample]!);
    if (scores.some(Number.isNaN)) continue;
    resamples++;
    const best = Math.max(...scores);
    // Copies of a method are equal to the last bit; others that close have the same score.
    const leaders = scores.flatMap((score, place) => (best - score <= 1e-12 * Math.abs(best) ? [place] : []));
    for (const place of leaders) firsts[place]! += 1 / leaders.length;
  }
  return resamples === 0 ? undefined : firsts.map((count) => count / resamples);
}
