import { z } from 'zod';
import { badFile } from '../../../harness/files.ts';
import { formSchema, type Spec } from '../form-schema.ts';
import { enumerated, type Game } from '../game.ts';

/** `values`: v(S) by bit mask, 2ⁿ of them. */
export const tableSchema = formSchema('table', { values: z.array(z.number()) });

/** v(S) read from a table of 2ⁿ values; bit i of the index = agent i is present. */
export function table({ agents, values }: Spec<typeof tableSchema>, file = 'game'): Game {
  const worths = Float64Array.from(values);
  const game = enumerated(
    {
      agents,
      range: [worths.reduce((a, b) => Math.min(a, b), Infinity), worths.reduce((a, b) => Math.max(a, b), -Infinity)],
      worth: ({ words }) => Float64Array.from(words, (mask) => worths[mask]!),
    },
    file,
    'another form, such as unanimity, which takes any number of agents',
  );
  const expected = 2 ** agents.length;
  if (values.length !== expected)
    throw badFile(
      file,
      ['values'],
      `${values.length} given; expected 2^${agents.length} = ${expected}, one per coalition`,
    );
  return game;
}
