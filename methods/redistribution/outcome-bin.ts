import { z } from 'zod';
import type { Episode } from '../../harness/contract.ts';

/** The option of a method that looks back from the outcome. */
export const bins = z
  .int()
  .positive()
  .optional()
  .describe('outcomes in one of this many equal parts of the range count as one; each its own where it is not given');

/** What tells outcomes apart: the outcome, or which of `parts` equal parts of the range it is in, the top end in the last. */
export function outcomeBin({ outcome, range: [low, high] }: Episode, parts: number | undefined): string {
  if (parts === undefined) return String(outcome);
  return String(outcome === high ? parts - 1 : Math.floor(((outcome - low) / (high - low)) * parts));
}
