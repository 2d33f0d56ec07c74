import {
  allCoalitions,
  type Coalitions,
  copyRow,
  emptyCoalitions,
  rowKey,
  selectRows,
} from '../../../harness/coalitions.ts';
import { type Random, shuffle } from '../../../harness/random.ts';
import { flip } from '../regression/draw-coalitions.ts';

/**
 * `count` coalitions, uniform over all 2ⁿ and distinct as far as there are so many: the whole table as often as it fits, then
 * distinct ones. The first two of these are each other's complements, so that two rows are enough for every agent to be
 * present in one and absent from one.
 */
export function drawAnyCoalitions(random: Random, agents: number, count: number): Coalitions {
  const all = 2 ** agents;
  if (all > 2 * count) return drawSparse(random, agents, count);
  const masks = shuffle(
    random,
    Uint32Array.from({ length: all }, (_, mask) => mask),
  );
  const partner = masks.indexOf(all - 1 - masks[0]!);
  [masks[1], masks[partner]] = [masks[partner]!, masks[1]!];
  const rows = Uint32Array.from({ length: count }, (_, row) => masks[row % all]!);
  return selectRows(allCoalitions(agents), rows);
}

function drawSparse(random: Random, agents: number, count: number): Coalitions {
  const coalitions = emptyCoalitions(agents, count);
  const { width, words } = coalitions;
  const seen = new Set<number | string>();
  for (let row = 0; row < count; ) {
    if (row === 1) {
      copyRow(coalitions, 0, coalitions, 1);
      flip(coalitions, 1);
    } else
      for (let word = 0; word < width; word++)
        words[row * width + word] = Math.floor(random.float() * 2 ** Math.min(32, agents - 32 * word));
    const key = rowKey(coalitions, row);
    if (seen.has(key)) continue;
    seen.add(key);
    row++;
  }
  return coalitions;
}
