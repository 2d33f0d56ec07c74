import type { Drawn } from './resampling-levels.ts';
import type { Scores } from './scores.ts';
import {
  commonMultiple,
  multisets,
  product,
  type Size,
  sizeOfMultisets,
  sizeOfProduct,
  type Weighted,
} from './weighted.ts';

/** Distinct resamples beyond this are drawn instead. statistics.md §3.3 */
export const enumerationLimit = 100_000;

/** How many resamples there are; unequal numbers of units inside a level are brought to a common number of ways. */
export function countResamples(scores: Scores, drawn: Drawn): Size {
  const tasks = scores.map((task) => sizeOfTask(task, drawn));
  return drawn.tasks ? sizeOfDraws(tasks) : sizeOfProduct(tasks);
}

/** Every distinct resample, in which the order of drawn units says nothing; only within the limit. */
export function enumerateResamples(scores: Scores, drawn: Drawn): Weighted<Scores>[] {
  const tasks = scores.map((task) => outcomesOfTask(task, drawn));
  return drawn.tasks ? multisets(alike(tasks), scores.length) : product(tasks);
}

function sizeOfTask(task: Scores[number], drawn: Drawn): Size {
  const instances = task.map(({ length }) =>
    drawn.seeds ? sizeOfMultisets(length, length, length) : { distinct: 1, ways: 1 },
  );
  return drawn.instances ? sizeOfDraws(instances) : sizeOfProduct(instances);
}

function sizeOfDraws(units: readonly Size[]): Size {
  const kinds = units.reduce((sum, { distinct }) => sum + distinct, 0);
  const common = units.some(({ ways }) => ways === Number.POSITIVE_INFINITY)
    ? Number.POSITIVE_INFINITY
    : commonMultiple(units.map(({ ways }) => ways));
  return sizeOfMultisets(kinds, common * units.length, units.length);
}

function outcomesOfTask(task: Scores[number], drawn: Drawn): Weighted<Scores[number]>[] {
  const instances = task.map((seeds) => (drawn.seeds ? outcomesOfSeeds(seeds) : [{ value: seeds, count: 1 }]));
  return drawn.instances ? multisets(alike(instances), task.length) : product(instances);
}

function outcomesOfSeeds(seeds: ArrayLike<number>): Weighted<ArrayLike<number>>[] {
  const kinds = Array.from(seeds, (value) => ({ value, count: 1 }));
  return multisets(kinds, seeds.length);
}

/** All outcomes of units that are equally likely, whatever the number of ways inside each. */
function alike<Value>(units: readonly (readonly Weighted<Value>[])[]): Weighted<Value>[] {
  const ways = units.map((outcomes) => outcomes.reduce((sum, { count }) => sum + count, 0));
  const common = commonMultiple(ways);
  return units.flatMap((outcomes, unit) =>
    outcomes.map(({ value, count }) => ({ value, count: count * (common / ways[unit]!) })),
  );
}
