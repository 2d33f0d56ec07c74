import { type Coalitions, copyRow, emptyCoalitions, isMember } from './coalitions.ts';
import type { Access, Episode, Noise } from './contract.ts';

/** Draws per coalition where the worth is sampled and nobody set a budget. */
export const drawsWithoutBudget = 256;

/** How often each of `coalitions` coalitions can be drawn; a deterministic worth needs one draw. The given outcome is a draw of v(N). */
export function drawsWithin(budget: number, coalitions: number, noise: Noise): number {
  if (noise === 'none') return 1;
  return budget === Number.POSITIVE_INFINITY ? drawsWithoutBudget : Math.floor(budget / coalitions);
}

/**
 * Worth of every row, as the mean of `draws` evaluations of it. The rows are distinct and one of them is the grand
 * coalition, for which the given episode's outcome is the first evaluation.
 */
export async function meanWorth(
  { outcome }: Episode,
  { worth, noise }: Pick<Access<'worth'>, 'worth' | 'noise'>,
  coalitions: Coalitions,
  draws: number,
): Promise<Float64Array> {
  if (noise === 'none') return worth(coalitions);
  const { agents, count } = coalitions;
  const grand = rowOfGrand(coalitions);
  const batch = emptyCoalitions(agents, count * draws - 1);
  const rowOf = new Uint32Array(batch.count);
  let next = 0;
  for (let draw = 0; draw < draws; draw++)
    for (let row = 0; row < count; row++) {
      if (draw === 0 && row === grand) continue;
      copyRow(coalitions, row, batch, next);
      rowOf[next++] = row;
    }
  const sums = new Float64Array(count);
  sums[grand] = outcome;
  const worths = await worth(batch);
  for (let drawn = 0; drawn < worths.length; drawn++) sums[rowOf[drawn]!]! += worths[drawn]!;
  return sums.map((sum) => sum / draws);
}

function rowOfGrand(coalitions: Coalitions): number {
  for (let row = 0; row < coalitions.count; row++) {
    let members = 0;
    for (let agent = 0; agent < coalitions.agents; agent++) if (isMember(coalitions, row, agent)) members++;
    if (members === coalitions.agents) return row;
  }
  throw new RangeError('the grand coalition is not among the rows');
}
