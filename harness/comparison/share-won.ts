import type { PairedMetric } from './paired-metric.ts';
import { withoutResidue } from './without-residue.ts';

/** The share of all instances on which the first is better, half of the ties included, in [0, 1]. */
export function shareWon(tasks: readonly Pick<PairedMetric, 'differences' | 'scale'>[]): number {
  let [won, instances] = [0, 0];
  for (const { differences, scale } of tasks)
    for (const difference of withoutResidue(differences, scale)) {
      won += (Math.sign(difference) + 1) / 2;
      instances++;
    }
  return won / instances;
}
