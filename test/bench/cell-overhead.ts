import type { Bench } from './bench.ts';
import { cellOf, firstInstance, selected } from './cells.ts';
import { paired } from './paired.ts';
import { digits } from './print-lines.ts';
import { rawAccess } from './raw-access.ts';
import { shipped } from './shipped.ts';

const { randomOf } = await shipped<typeof import('../../harness/random.ts')>('harness/random.ts');
const { runOne } = await shipped<typeof import('../../harness/run-one.ts')>('harness/run-one.ts');
const { unanimity } = await shipped<typeof import('../../tasks/games/unanimity.ts')>('tasks/games/unanimity.ts');
const { uniform } = await shipped<typeof import('../../methods/baseline/uniform.ts')>('methods/baseline/uniform.ts');

/** What the harness costs per cell: a row of a method that does next to nothing, against its bare `assign`. */
export const cellOverhead: Bench = {
  name: 'cell-overhead',
  async lines() {
    const instance = firstInstance(unanimity);
    const method = selected(uniform);
    const cell = cellOf(method, unanimity, instance, null);
    const row = await runOne(cell, 'bench');
    if (row.status !== 'scored') throw new Error(row.reason);
    const found = await paired(
      () => runOne(cell, 'bench'),
      () => uniform.assign(instance.episode, rawAccess(uniform, instance, randomOf('bench')), {}),
    );
    const overhead = digits(1e6 * (found.ours - found.baseline));
    const note = `baseline: assign alone; ${overhead} µs of overhead, ${digits(1 / found.ours)} cells/s`;
    const what = `uniform cell with its scores, n = ${instance.episode.agents.length}`;
    return [{ what, unit: 'seconds', ...found, note }];
  },
};
