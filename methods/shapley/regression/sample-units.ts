import { copyRow, emptyCoalitions, include } from '../../../harness/coalitions.ts';
import type { Access } from '../../../harness/contract.ts';
import { type Draw, drawUnits, type Repeats } from './draw-units.ts';
import { endDraws } from './end-draws.ts';
import { type Shape, strataOf } from './strata.ts';
import { type Units, withComplements, worthsInBatches } from './units.ts';

/** A sample with what it cost nothing more to know: v(N) − v(∅), and per stratum what its units are divided by in a mean. */
export type Sample = { readonly units: Units; readonly total: number; readonly divisors: Draw['divisors'] };

/** Asks for v(∅), v(N) and as many coalitions by size as `calls` allow, in one go. */
export async function sampleUnits(
  agents: number,
  outcome: number,
  { worth, noise, random }: Pick<Access<'worth'>, 'worth' | 'noise' | 'random'>,
  calls: number,
  { isPaired, shape, repeats }: { isPaired: boolean; shape: Shape; repeats: Repeats },
): Promise<Sample> {
  const ends = endDraws(calls, agents, noise);
  const strata = strataOf(agents, isPaired);
  const room = strata.length === 0 ? 0 : Math.floor((calls - 2 * ends) / (isPaired ? 2 : 1));
  const draw = drawUnits(agents, strata, shape, room, random, { repeats });
  const drawn = isPaired ? withComplements(draw.coalitions) : draw.coalitions;
  const before = 2 * ends - 1;
  const asked = emptyCoalitions(agents, before + drawn.count);
  for (let row = ends; row < before; row++) for (let agent = 0; agent < agents; agent++) include(asked, row, agent);
  for (let row = 0; row < drawn.count; row++) copyRow(drawn, row, asked, before + row);
  const worths = await worthsInBatches(worth, asked);
  const empty = meanOf(worths.subarray(0, ends));
  const grand = meanOf(Float64Array.of(outcome, ...worths.subarray(ends, before)));
  const above = worths.subarray(before).map((value) => value - empty);
  const count = draw.stratum.length;
  const units = {
    agents,
    strata,
    coalitions: draw.coalitions,
    stratum: draw.stratum,
    worths: isPaired ? Float64Array.from({ length: count }, (_, unit) => above[2 * unit]!) : above,
    complements: isPaired ? Float64Array.from({ length: count }, (_, unit) => above[2 * unit + 1]!) : null,
  };
  return { units, total: grand - empty, divisors: draw.divisors };
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
