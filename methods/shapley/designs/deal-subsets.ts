import { type Coalitions, include, rowKey } from '../../../harness/coalitions.ts';
import { type Random, shuffle } from '../../../harness/random.ts';
import { flip } from '../regression/draw-coalitions.ts';

/**
 * Writes `count` distinct coalitions of `size` agents to empty rows from `row` on, each uniform on its own: hands of
 * min(s, n − s) agents dealt from a shuffled deck, those present or those absent. Hands of one deck are disjoint, so that
 * few of them hold every agent. The caller knows that at least twice as many coalitions exist.
 */
export function dealSubsets(random: Random, coalitions: Coalitions, row: number, count: number, size: number): void {
  const { agents, width, words } = coalitions;
  const hand = Math.min(size, agents - size);
  const deck = Uint32Array.from({ length: agents }, (_, agent) => agent);
  const seen = new Set<number | string>();
  let dealt = agents;
  for (let written = 0; written < count; ) {
    if (dealt + hand > agents) {
      shuffle(random, deck);
      dealt = 0;
    }
    const at = row + written;
    words.fill(0, at * width, (at + 1) * width);
    for (const agent of deck.subarray(dealt, (dealt += hand))) include(coalitions, at, agent);
    if (size > hand) flip(coalitions, at);
    const key = rowKey(coalitions, at);
    if (seen.has(key)) continue;
    seen.add(key);
    written++;
  }
}
