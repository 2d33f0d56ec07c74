import { type ZodType, z } from 'zod';
import { gameSchema } from '../../tasks/games/file.ts';
import { transcriptSchema } from '../../tasks/language/transcript.ts';
import { teamFileSchema } from '../../tasks/teams/team-file.ts';
import { manifestSchema } from '../manifest.ts';
import { rowSchema } from '../row.ts';

/** The file formats by name; each is what the code itself reads with. */
export const publishedSchemas: Record<string, ZodType> = {
  game: gameSchema,
  team: teamFileSchema,
  episode: transcriptSchema,
  'journal-row': rowSchema,
  manifest: manifestSchema,
};

/** The JSON Schema (draft 2020-12) of a format, as its file's text. */
export function schemaText(name: string): string {
  const schema = z.toJSONSchema(publishedSchemas[name]!, { io: 'input', unrepresentable: 'any' });
  return `${JSON.stringify({ title: `creditbench ${name}`, ...schema }, undefined, 2)}\n`;
}
