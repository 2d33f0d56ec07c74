import type { Bench, Line } from './bench.ts';
import { paired } from './paired.ts';
import { digits } from './print-lines.ts';
import { randomTable } from './random-table.ts';
import { shipped } from './shipped.ts';

const { shapleyOfTable } = await shipped<typeof import('../../harness/table-values.ts')>('harness/table-values.ts');

/** The Shapley value from a table of all worths, against reading that table once: nothing exact can be faster. */
export const tableLimit: Bench = {
  name: 'table-limit',
  async lines() {
    const lines: Line[] = [];
    for (const agents of [10, 14, 18, 20, 22, 24]) {
      const values = randomTable(agents);
      const found = await paired(
        () => shapleyOfTable(values),
        () => sumOf(values),
        agents > 20 ? { rounds: 11 } : {},
      );
      const read = (8 * values.length) / found.baseline / 2 ** 30;
      const note = `baseline: one pass that sums the table, ${digits(read)} GB/s; the limit is 1`;
      lines.push({ what: `… against reading it once, n = ${agents}`, unit: 'seconds', ...found, note });
    }
    return lines;
  },
};

/** In eight sums side by side: one alone would wait for its own additions and not for the memory. @param values length a multiple of 8 */
function sumOf(values: Float64Array): number {
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let place = 0; place < values.length; place += 8) {
    a += values[place]!;
    b += values[place + 1]!;
    c += values[place + 2]!;
    d += values[place + 3]!;
    e += values[place + 4]!;
    f += values[place + 5]!;
    g += values[place + 6]!;
    h += values[place + 7]!;
  }
  return a + b + c + d + e + f + g + h;
}
