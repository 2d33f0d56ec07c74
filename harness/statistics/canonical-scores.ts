import { type PlainScores, plainScores, type Scores } from './scores.ts';

/**
 * Scores with seeds and instances in an order that only the values decide, and the place of each task in such an order. Units
 * of equal values are exchangeable, so draws by place do not depend on the order in which the units were given.
 */
export function canonicalScores(scores: Scores): { readonly scores: PlainScores; readonly places: readonly number[] } {
  const sorted = plainScores(scores).map((task) => task.map((seeds) => seeds.sort((a, b) => a - b)).sort(compareLists));
  const order = sorted.map((_, task) => task).toSorted((a, b) => compareTasks(sorted[a]!, sorted[b]!));
  const places = new Array<number>(scores.length);
  for (const [place, task] of order.entries()) places[task] = place;
  return { scores: sorted, places };
}

function compareTasks(first: readonly number[][], second: readonly number[][]): number {
  for (let place = 0; place < Math.min(first.length, second.length); place++) {
    const order = compareLists(first[place]!, second[place]!);
    if (order !== 0) return order;
  }
  return first.length - second.length;
}

function compareLists(first: readonly number[], second: readonly number[]): number {
  for (let place = 0; place < Math.min(first.length, second.length); place++) {
    const difference = first[place]! - second[place]!;
    if (difference !== 0) return difference;
  }
  return first.length - second.length;
}
