import { type ZodType, z } from 'zod';
import { boardSchema } from '../../reports/board/board-file.ts';
import { cardSchema } from '../../reports/board/card.ts';
import { entrySchema } from '../../reports/board/ledger-entry.ts';
import { signalFormats } from '../../reports/signals/formats.ts';
import { gameSchema } from '../../tasks/games/file.ts';
import { transcriptSchema } from '../../tasks/language/transcript.ts';
import { teamFileSchema } from '../../tasks/teams/team-file.ts';
import { analysisPlanSchema } from '../analysis-plan.ts';
import { acknowledgementSchema } from '../comparison/acknowledgement.ts';
import { manifestSchema } from '../manifest.ts';
import { rowSchema } from '../row.ts';
import { auditRecordSchema } from '../signals/audit-record.ts';

/** The file formats by name; each is what the code itself reads with. */
export const publishedSchemas: Record<string, ZodType> = {
  game: gameSchema,
  team: teamFileSchema,
  episode: transcriptSchema,
  'journal-row': rowSchema,
  manifest: manifestSchema,
  card: cardSchema,
  board: boardSchema,
  'ledger-entry': entrySchema,
  'analysis-plan': analysisPlanSchema,
  acknowledgements: z.array(acknowledgementSchema),
  'audit-record': auditRecordSchema,
  // The rows of `records` are audit records.
  ...Object.fromEntries(
    signalFormats.filter(({ id }) => id !== 'records').map(({ id, schema }) => [`${id}-row`, schema]),
  ),
};

/** The JSON Schema (draft 2020-12) of a format, as its file's text. */
export function schemaText(name: string): string {
  const schema = z.toJSONSchema(publishedSchemas[name]!, { io: 'input', unrepresentable: 'any' });
  return `${JSON.stringify({ title: `creditbench ${name}`, ...schema }, undefined, 2)}\n`;
}
