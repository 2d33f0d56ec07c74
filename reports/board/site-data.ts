import { z } from 'zod';
import type { Site } from './site.ts';

/** Paths that a site of ours may have written; nothing else is ever removed from its folder. */
const sitePath = z.string().regex(/^(board-\d+\/)?[a-z0-9-]+\.html$/);

/** What tells a site of ours from any other folder. */
export const siteDataSchema = z.looseObject({
  kind: z.literal('creditbench-board-site'),
  schema: z.literal(1),
  files: z.array(sitePath),
});

/** `board.json` of a site: everything on its pages, for other programs. In the tables a submission's id stands for its method. */
export function siteData(sites: readonly Site[], files: readonly string[]): string {
  const data = {
    kind: 'creditbench-board-site',
    schema: 1,
    files: files.toSorted(),
    boards: sites.map(({ board, ledger, listed, summary }) => ({
      board,
      head: ledger.at(-1)!.hash,
      submissions: listed.map(({ state, card, about, secret, ofAuthors }) => ({
        id: state.id,
        level: state.level,
        contradicted: state.isContradicted,
        added: state.added,
        removed: state.removed,
        submissionsOfAuthors: ofAuthors,
        card,
        about,
        secret,
      })),
      tables: summary.boards,
      scores: summary.scores,
      coverage: summary.coverage,
      ledger,
    })),
  };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}
