import type { BoardTable, Standing } from './summary.ts';

/** By method, the rank of the best of its tie group, and as it is printed: `1`, or `1=` where several share it. */
export function tiedRanks({
  standings,
}: Pick<BoardTable, 'standings'>): ReadonlyMap<string, { readonly rank: number; readonly text: string }> {
  const groups = new Map<number, Standing[]>();
  for (const standing of standings)
    if (standing.group !== null && standing.rank !== null)
      groups.set(standing.group, [...(groups.get(standing.group) ?? []), standing]);
  return new Map(
    [...groups.values()].flatMap((members) => {
      const rank = Math.min(...members.map((member) => member.rank ?? Number.POSITIVE_INFINITY));
      const text = `${rank}${members.length > 1 ? '=' : ''}`;
      return members.map(({ method }): [string, { rank: number; text: string }] => [method, { rank, text }]);
    }),
  );
}

/** `1–3`, or `2` where no other rank is possible. */
export function rankIntervalText({ best, worst }: NonNullable<Standing['rankInterval']>): string {
  return best === worst ? String(best) : `${best}–${worst}`;
}
