import { type Coalitions, copyRow, emptyCoalitions } from '../../../harness/coalitions.ts';
import type { Access } from '../../../harness/contract.ts';
import { flip } from './draw-coalitions.ts';
import type { Stratum } from './strata.ts';

/** Sampled coalitions, or pairs of a coalition and its complement, with their worths above v(∅). */
export type Units = {
  readonly agents: number;
  readonly strata: readonly Stratum[];
  /** One row per unit: S. */
  readonly coalitions: Coalitions;
  /** Index into `strata` per unit. */
  readonly stratum: Int32Array;
  /** v(S) − v(∅) per unit. */
  readonly worths: Float64Array;
  /** v(Sᶜ) − v(∅) per unit where they are pairs. */
  readonly complements: Float64Array | null;
};

const rowsPerBatch = 2 ** 16;

/** v of every row, asked in batches of at most 65,536. */
export async function worthsInBatches(worth: Access<'worth'>['worth'], coalitions: Coalitions): Promise<Float64Array> {
  const { count, width, words } = coalitions;
  if (count <= rowsPerBatch) return worth(coalitions);
  const worths = new Float64Array(count);
  for (let from = 0; from < count; from += rowsPerBatch) {
    const rows = Math.min(rowsPerBatch, count - from);
    const batch = { ...coalitions, count: rows, words: words.subarray(from * width, (from + rows) * width) };
    worths.set(await worth(batch), from);
  }
  return worths;
}

/** Every row followed by its complement. */
export function withComplements(coalitions: Coalitions): Coalitions {
  const both = emptyCoalitions(coalitions.agents, 2 * coalitions.count);
  for (let row = 0; row < coalitions.count; row++) {
    copyRow(coalitions, row, both, 2 * row);
    copyRow(coalitions, row, both, 2 * row + 1);
    flip(both, 2 * row + 1);
  }
  return both;
}

/** What the sum over coalitions needs of a unit: v(S) − v(Sᶜ) of a pair, v(S) − v(∅) of a single one. */
export function signedWorths({ worths, complements }: Units): Float64Array {
  return complements === null ? worths : worths.map((worth, unit) => worth - complements[unit]!);
}
