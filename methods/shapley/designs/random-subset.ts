import { type Coalitions, include } from '../../../harness/coalitions.ts';
import type { Random } from '../../../harness/random.ts';

/** Adds to an empty row a uniformly random `size` of the first `length` agents of `pool`, which it leaves in another order. */
export function includeRandom(
  random: Random,
  coalitions: Coalitions,
  row: number,
  pool: Uint32Array,
  length: number,
  size: number,
): void {
  for (let place = 0; place < size; place++) {
    const other = place + random.below(length - place);
    const agent = pool[other]!;
    pool[other] = pool[place]!;
    pool[place] = agent;
    include(coalitions, row, agent);
  }
}
