import type { Episode } from '../../harness/contract.ts';
import { fitInteractions } from './interaction-model.ts';
import { type JointTable, jointTable } from './joint-table.ts';

/** The additive fit that richer mixers start from, in units of the spread of the outcomes around their mean. */
export type AdditiveStart = {
  readonly table: JointTable;
  /** (value − centre)/scale is what is fitted; scale is 1 where all joint actions are worth the same. */
  readonly centre: number;
  readonly scale: number;
  readonly constant: number;
  /** Per feature of the table. */
  readonly utilities: Float64Array;
};

/** @param prior episodes that a utility of 0 counts as */
export function additiveStart(
  episodes: readonly Pick<Episode, 'messages' | 'outcome'>[],
  prior: number,
): AdditiveStart {
  const table = jointTable(episodes);
  const centre = table.rows.reduce((sum, { share, value }) => sum + share * value, 0);
  const variance = table.rows.reduce((sum, { share, value }) => sum + share * (value - centre) ** 2, 0);
  const scale = variance > 0 ? Math.sqrt(variance) : 1;
  const { constant, own } = fitInteractions(episodes, 1, prior);
  const utilities = new Float64Array(table.features);
  for (const { messages } of episodes)
    for (const [step, { text }] of messages.entries())
      utilities[table.featureOf(step, text)!] = own(step, text) / scale;
  return { table, centre, scale, constant: (constant - centre) / scale, utilities };
}
