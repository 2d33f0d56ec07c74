import { byMeanRank } from './by-mean-rank.ts';
import { checkDiffers } from './check-differs.ts';

/** A partition of the methods by anchors: the best of those left anchors a group, and all that do not differ from it join. Lists of method indices by mean rank, 1 = best. Statistics.md §5.6. */
export function tieGroups(meanRanks: ArrayLike<number>, differs: readonly (readonly boolean[])[]): number[][] {
  checkDiffers(meanRanks, differs);
  const groups: number[][] = [];
  for (let left = byMeanRank(meanRanks); left.length > 0; ) {
    const anchor = left[0]!;
    groups.push(left.filter((method) => !differs[anchor]![method]));
    left = left.filter((method) => differs[anchor]![method]);
  }
  return groups;
}
