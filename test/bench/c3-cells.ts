import type { Random } from '../../harness/random.ts';
import type { Bench } from './bench.ts';
import { cellOf, firstInstance, mustScore, selected, unlimited } from './cells.ts';
import { paired } from './paired.ts';
import { digits } from './print-lines.ts';
import { rawAccess } from './raw-access.ts';
import { shipped } from './shipped.ts';

const { c3 } = await shipped<typeof import('../../methods/counterfactual/c3.ts')>('methods/counterfactual/c3.ts');
const { randomOf } = await shipped<typeof import('../../harness/random.ts')>('harness/random.ts');
const { reasonerActor } = await shipped<typeof import('../../tasks/teams/reasoner-actor.ts')>(
  'tasks/teams/reasoner-actor.ts',
);
const { runOne } = await shipped<typeof import('../../harness/run-one.ts')>('harness/run-one.ts');

/** c3 2x4 on its own two-step team: what the harness adds, and what naming and hashing a stream per draw costs. */
export const c3Cells: Bench = {
  name: 'c3-cells',
  async lines() {
    const instance = firstInstance(reasonerActor);
    const method = selected(c3, { fanout: '2x4' });
    const cell = cellOf(method, reasonerActor, instance, null);
    const row = await runOne(cell, 'bench');
    if (row.status !== 'scored') throw new Error(row.reason);
    const harness = await paired(
      () => runOne(cell, 'bench'),
      () => c3.assign(instance.episode, rawAccess(c3, instance, randomOf('bench')), method.options),
    );
    const single = singleStream();
    const streams = await paired(
      () => mustScore(method, instance, unlimited, randomOf('bench')),
      () => mustScore(method, instance, unlimited, single),
    );
    const share = digits(100 * (1 - 1 / streams.ratio));
    return [
      {
        what: 'c3 2x4 cell with its scores',
        unit: 'seconds',
        ...harness,
        note: `baseline: assign on bare probes; ${digits(1 / harness.ours)} cells/s`,
      },
      {
        what: 'c3 2x4 cell, a named stream per draw',
        unit: 'seconds',
        ...streams,
        note: `baseline: one stream for everything; ${share} % of a cell goes into naming, hashing and seeding`,
      },
    ];
  },
};

/** A stream that is its own sub-stream. */
function singleStream(): Random {
  const { float, below } = randomOf('bench', 'single');
  const single: Random = { float, below, stream: () => single };
  return single;
}
