import { byMeanRank } from './by-mean-rank.ts';
import { checkDiffers } from './check-differs.ts';

/**
 * All maximal sets of mutually inseparable methods, singletons included, as lists of method indices: members by mean rank, sets
 * by their best mean ranks, ties by index. Bron & Kerbosch (1973) with pivots, statistics.md §5.6. @throws RangeError unless `differs[i][j]` is symmetric
 */
export function cliques(meanRanks: ArrayLike<number>, differs: readonly (readonly boolean[])[]): number[][] {
  checkDiffers(meanRanks, differs);
  const order = byMeanRank(meanRanks);
  // Methods by their places in the order, so that sets come out as ascending lists of places.
  const alike = order.map(
    (one) => new Set(order.flatMap((two, place) => (one === two || differs[one]![two] ? [] : [place]))),
  );
  const found: number[][] = [];
  const within = (places: readonly number[], one: number) => places.filter((place) => alike[one]!.has(place));
  const extend = (members: readonly number[], open: readonly number[], done: readonly number[]): void => {
    if (open.length === 0 && done.length === 0 && members.length > 0) found.push(members.toSorted((a, b) => a - b));
    const pivot = [...open, ...done].reduce<number | undefined>(
      (best, one) => (best === undefined || within(open, one).length > within(open, best).length ? one : best),
      undefined,
    );
    let [left, right] = [open, done];
    for (const one of open.filter((place) => !alike[pivot!]!.has(place))) {
      extend([...members, one], within(left, one), within(right, one));
      left = left.filter((place) => place !== one);
      right = [...right, one];
    }
  };
  extend([], [...order.keys()], []);
  return found.sort(byPlaces).map((places) => places.map((place) => order[place]!));
}

function byPlaces(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, index) => value !== b[index]);
  return a[place]! - b[place]!;
}
