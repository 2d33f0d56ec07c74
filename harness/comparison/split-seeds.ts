import { type Random, randomOrder } from '../random.ts';
import type { CellRow } from '../row.ts';

/**
 * One method's rows as two of the same method: of every instance with at least two seeds, one random half of its seeds against
 * the other, the k-th of one half under the seed k. An instance with an odd number loses one seed. Other instances are left out.
 */
export function splitSeeds(rows: readonly CellRow[], random: Random): { first: CellRow[]; second: CellRow[] } {
  const instances = new Map<string, CellRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.task, row.version, row.budget, row.instance]);
    const seeds = instances.get(key);
    if (seeds === undefined) instances.set(key, [row]);
    else seeds.push(row);
  }
  const halves = { first: [] as CellRow[], second: [] as CellRow[] };
  for (const [key, seeds] of instances) {
    const sorted = seeds.toSorted((a, b) => a.seed - b.seed);
    const drawn = Array.from(randomOrder(random.stream(key), sorted.length), (place) => sorted[place]!);
    const half = drawn.length >> 1;
    for (let seed = 0; seed < half; seed++) {
      halves.first.push({ ...drawn[seed]!, seed });
      halves.second.push({ ...drawn[half + seed]!, seed });
    }
  }
  return halves;
}
