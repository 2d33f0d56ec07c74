import {
  type Coalitions,
  copyRow,
  emptyCoalitions,
  exclude,
  include,
  isMember,
  rowKey,
} from '../../../harness/coalitions.ts';
import { type Random, shuffle } from '../../../harness/random.ts';
import type { Stratum } from './strata.ts';

export type Seen = Set<number | string>;

/**
 * Writes `count` coalitions of a stratum to `target` from `row` on: distinct, uniform over those not in `seen`, which they join.
 * Of a half stratum the coalitions with agent 0 are drawn. `seenHere`: how many of the stratum are in `seen`.
 */
export function drawCoalitions(
  { size, units, share }: Stratum,
  count: number,
  seen: Seen,
  seenHere: number,
  random: Random,
  target: Coalitions,
  row: number,
): void {
  if (count === 0) return;
  const { agents } = target;
  if (2 * (count + seenHere) > units) {
    const all = subsetsOf(agents, size, units, share < 1);
    const fresh = Uint32Array.from(
      Array.from({ length: units }, (_, at) => at).filter((at) => !seen.has(rowKey(all, at))),
    );
    shuffle(random, fresh);
    for (let drawn = 0; drawn < count; drawn++) {
      copyRow(all, fresh[drawn]!, target, row + drawn);
      seen.add(rowKey(target, row + drawn));
    }
    return;
  }
  const order = Uint32Array.from({ length: agents }, (_, agent) => agent);
  for (let drawn = 0; drawn < count; ) {
    drawSubset(target, row + drawn, size, order, random);
    if (share < 1 && !isMember(target, row + drawn, 0)) flip(target, row + drawn);
    const key = rowKey(target, row + drawn);
    if (seen.has(key)) continue;
    seen.add(key);
    drawn++;
  }
}

/** One uniform subset over whatever the row held; a partial shuffle of `order`, which may stand in any order before. */
function drawSubset(target: Coalitions, row: number, size: number, order: Uint32Array, random: Random): void {
  const { width, words, agents } = target;
  const isFew = 2 * size <= agents;
  words.fill(0, row * width, (row + 1) * width);
  if (!isFew) flip(target, row);
  const changed = isFew ? size : agents - size;
  for (let place = 0; place < changed; place++) {
    const other = place + random.below(agents - place);
    const agent = order[other]!;
    order[other] = order[place]!;
    order[place] = agent;
    if (isFew) include(target, row, agent);
    else exclude(target, row, agent);
  }
}

/** Turns a row into its complement. */
export function flip({ agents, width, words }: Coalitions, row: number): void {
  for (let word = 0; word < width; word++) {
    const bits = Math.min(32, agents - 32 * word);
    const all = bits === 32 ? 0xffffffff : 2 ** bits - 1;
    words[row * width + word] = (words[row * width + word]! ^ all) >>> 0;
  }
}

/** Every subset of the size in lexicographic order; those with agent 0, which come first, where `isHalved`. */
function subsetsOf(agents: number, size: number, count: number, isHalved: boolean): Coalitions {
  const all = emptyCoalitions(agents, count);
  const chosen = Array.from({ length: size }, (_, place) => place);
  for (let row = 0; row < count; row++) {
    for (const agent of chosen) include(all, row, agent);
    let place = size - 1;
    while (place >= 0 && chosen[place] === agents - size + place) place--;
    if (place < 0 || (isHalved && place === 0)) break;
    chosen[place]!++;
    for (let after = place + 1; after < size; after++) chosen[after] = chosen[after - 1]! + 1;
  }
  return all;
}
