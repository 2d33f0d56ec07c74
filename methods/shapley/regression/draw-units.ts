import { type Coalitions, emptyCoalitions } from '../../../harness/coalitions.ts';
import type { Random } from '../../../harness/random.ts';
import { allocate } from './allocate.ts';
import { drawCoalitions, type Seen } from './draw-coalitions.ts';
import { type Shape, type Stratum, shapeWeights } from './strata.ts';

/** Which coalitions to ask about: one row per unit, and per stratum what its units are to be divided by in a mean. */
export type Draw = { readonly coalitions: Coalitions; readonly stratum: Int32Array; readonly divisors: Float64Array };

/** How units may come again: not at all, evenly (every one of a size before any twice), or each drawn by itself. */
export type Repeats = 'never' | 'evenly' | 'freely';

/** `total` units by size, uniform within a size, none of them in `seen`. `known`: how many units of each stratum are in `seen`. */
export function drawUnits(
  agents: number,
  strata: readonly Stratum[],
  shape: Shape,
  total: number,
  random: Random,
  { repeats = 'never' as Repeats, seen = new Set() as Seen, known = new Float64Array(strata.length) } = {},
): Draw {
  const caps = Float64Array.from(strata, ({ units }, at) => (repeats === 'never' ? units - known[at]! : Infinity));
  const { counts, expected } = allocate(total, shapeWeights(agents, strata, shape), caps, random);
  const drawn = counts.reduce((sum, count) => sum + count, 0);
  const coalitions = emptyCoalitions(agents, drawn);
  const stratum = new Int32Array(drawn);
  let row = 0;
  for (const [at, count] of counts.entries()) {
    const one = strata[at]!;
    stratum.fill(at, row, row + count);
    if (repeats === 'never') drawCoalitions(one, count, seen, known[at]!, random, coalitions, row);
    else {
      const round = repeats === 'evenly' ? one.units : 1;
      for (let done = 0; done < count; done += round)
        drawCoalitions(one, Math.min(round, count - done), new Set(), 0, random, coalitions, row + done);
    }
    row += count;
  }
  // Where a size surely has a unit its count is certain enough to divide by; else only the expectation is unbiased.
  const divisors = Float64Array.from(counts, (count, at) => (expected[at]! > 1 - 1e-9 ? count : expected[at]!));
  return { coalitions, stratum, divisors };
}
