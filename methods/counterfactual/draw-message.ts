import type { Distribution } from '../../harness/contract.ts';
import type { Random } from '../../harness/random.ts';

/** A message drawn by its weight; the weights need not sum to 1. */
export function drawMessage(distribution: Distribution, random: Random): string {
  const possible = distribution.filter(({ probability }) => probability > 0);
  const total = possible.reduce((sum, { probability }) => sum + probability, 0);
  let left = random.float() * total;
  for (const { message, probability } of possible) {
    left -= probability;
    if (left < 0) return message;
  }
  const last = possible.at(-1);
  if (last === undefined) throw new RangeError('no message has a chance above 0');
  return last.message;
}
