import type { Access } from '../../../harness/contract.ts';
import type { Draw } from './draw-units.ts';
import type { Stratum } from './strata.ts';
import { type Units, withComplements, worthsInBatches } from './units.ts';

/** The worths of drawn coalitions, or of those and their complements, above a v(∅) that is known. */
export async function askUnits(
  worth: Access<'worth'>['worth'],
  agents: number,
  strata: readonly Stratum[],
  { coalitions, stratum }: Draw,
  isPaired: boolean,
  empty: number,
): Promise<Units> {
  const asked = isPaired ? withComplements(coalitions) : coalitions;
  const above = (await worthsInBatches(worth, asked)).map((value) => value - empty);
  const every = (first: number) => Float64Array.from(stratum, (_, unit) => above[2 * unit + first]!);
  const answers = isPaired ? { worths: every(0), complements: every(1) } : { worths: above, complements: null };
  return { agents, strata, coalitions, stratum, ...answers };
}
