import type { Bench, Line } from './bench.ts';
import { naiveShapley } from './naive-shapley.ts';
import { paired } from './paired.ts';
import { digits } from './print-lines.ts';
import { randomTable } from './random-table.ts';
import { shipped } from './shipped.ts';

const { shapleyOfTable } = await shipped<typeof import('../../harness/table-values.ts')>('harness/table-values.ts');

/** The Shapley value from a table of all worths, against the definition taken literally. */
export const exactShapley: Bench = {
  name: 'exact-shapley',
  async lines() {
    const lines: Line[] = [];
    for (const agents of [10, 14, 18, 20]) {
      const values = randomTable(agents);
      const off = furthest(shapleyOfTable(values), naiveShapley(values));
      if (off > 1e-9) throw new Error(`the two Shapley values of ${agents} agents differ by ${off}`);
      const found = await paired(
        () => shapleyOfTable(values),
        () => naiveShapley(values),
      );
      const note = `baseline: the double loop, n·2ⁿ; ours is ${digits(1 / found.ratio)} times faster`;
      lines.push({ what: `Shapley from a table, n = ${agents}`, unit: 'seconds', ...found, note });
    }
    return lines;
  },
};

function furthest(some: Float64Array, others: Float64Array): number {
  return some.reduce((most, value, place) => Math.max(most, Math.abs(value - others[place]!)), 0);
}
