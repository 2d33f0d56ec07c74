import { z } from 'zod';
import type { Probes, Replay } from '../../harness/contract.ts';

/** The option that says which outcomes are a success. */
export const theta = z
  .number()
  .optional()
  .describe('outcomes of at least this are a success; the top of the range by default');

/** The share of each request's continuations whose outcome is at least `least`, in [0, 1]. */
export async function successShares(
  requests: readonly Replay[],
  replay: Probes['replay'],
  least: number,
): Promise<Float64Array> {
  const outcomes = await replay(requests);
  return Float64Array.from(outcomes, (drawn) => drawn.filter((outcome) => outcome >= least).length / drawn.length);
}
