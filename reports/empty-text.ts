import { plural } from './number-text.ts';
import type { Board, Summary } from './summary.ts';

/** Why a board has no table. */
export function emptyText({ counts }: Pick<Summary, 'counts'>, board: Board): string {
  if (board === 'learning') return 'This board is empty for now: no learning cells in this journal.';
  return `This board is empty: none of the ${plural(counts.scored, 'scored cell')} of this journal belongs to it.`;
}
