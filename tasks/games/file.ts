import { basename } from 'node:path';
import { z } from 'zod';
import { unknownName } from '../../harness/errors.ts';
import { badFile, parseWith, readJson } from '../../harness/files.ts';
import { checkAgents } from './check-agents.ts';
import { additive, additiveSchema } from './forms/additive.ts';
import { airport, airportSchema } from './forms/airport.ts';
import { bankruptcy, bankruptcySchema } from './forms/bankruptcy.ts';
import { glove, gloveSchema } from './forms/glove.ts';
import { inducedSubgraph, inducedSubgraphSchema } from './forms/induced-subgraph.ts';
import { parity, paritySchema } from './forms/parity.ts';
import { table, tableSchema } from './forms/table.ts';
import { threshold, thresholdSchema } from './forms/threshold.ts';
import { unanimity, unanimitySchema } from './forms/unanimity.ts';
import { weightedVoting, weightedVotingSchema } from './forms/weighted-voting.ts';
import type { Game } from './game.ts';

/** The schema of `*.game.json`, one branch per form. */
export const gameSchema = z.discriminatedUnion('form', [
  tableSchema,
  unanimitySchema,
  weightedVotingSchema,
  airportSchema,
  inducedSubgraphSchema,
  gloveSchema,
  bankruptcySchema,
  additiveSchema,
  thresholdSchema,
  paritySchema,
]);

/** The JSON value of a `*.game.json`. */
export type GameFile = z.input<typeof gameSchema>;

/** The game that a `*.game.json` describes. @throws CreditbenchError naming `file` and the place of the fault, or `too-large`. */
export function readGame(path: string): Game {
  return parseGame(readJson(path), basename(path));
}

/** The game that the JSON value of `file` describes. @throws as readGame */
export function parseGame(value: unknown, file: string): Game {
  checkForm(value, file);
  const spec = parseWith(gameSchema, value, file);
  checkAgents(spec.agents, file);
  switch (spec.form) {
    case 'table':
      return table(spec, file);
    case 'unanimity':
      return unanimity(spec, file);
    case 'weighted-voting':
      return weightedVoting(spec, file);
    case 'airport':
      return airport(spec, file);
    case 'induced-subgraph':
      return inducedSubgraph(spec, file);
    case 'glove':
      return glove(spec, file);
    case 'bankruptcy':
      return bankruptcy(spec, file);
    case 'additive':
      return additive(spec, file);
    case 'threshold':
      return threshold(spec);
    case 'parity':
      return parity(spec);
  }
}

const anyForm = z.looseObject({ kind: z.literal('game'), form: z.string() });

function checkForm(value: unknown, file: string): void {
  const { form } = parseWith(anyForm, value, file);
  const forms: string[] = gameSchema.options.map((schema) => schema.shape.form.value);
  if (!forms.includes(form)) throw badFile(file, ['form'], unknownName('form', form, forms).message);
}
