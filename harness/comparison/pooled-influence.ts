import type { RankedPairs } from './pooled-spearman.ts';

/**
 * The derivative of Spearman's correlation of pooled pairs by the weight of each part, at equal weights: the infinitesimal
 * jackknife (Jaeckel 1972). ρ does not change when all weights do, so the derivatives sum to 0. O(pairs). @param parts how many
 */
export function influenceOf({ instance: part, credit, truth }: RankedPairs, parts: number): Float64Array {
  const x = centredRanks(credit);
  const y = centredRanks(truth);
  let [cross, ofX, ofY] = [0, 0, 0];
  for (let pair = 0; pair < part.length; pair++) {
    cross += x[pair]! * y[pair]!;
    ofX += x[pair]! ** 2;
    ofY += y[pair]! ** 2;
  }
  const scale = Math.sqrt(ofX * ofY);
  const rho = cross / scale;
  // A weight also lifts the rank of everything above it: what is above, and half of what ties.
  const [yAboveX, xAboveX] = [above(credit, y), above(credit, x)];
  const [xAboveY, yAboveY] = [above(truth, x), above(truth, y)];
  const influence = new Float64Array(parts);
  for (let pair = 0; pair < part.length; pair++) {
    const ofCross = x[pair]! * y[pair]! + yAboveX[pair]! + xAboveY[pair]!;
    const ofSquares = (x[pair]! ** 2 + 2 * xAboveX[pair]!) / ofX + (y[pair]! ** 2 + 2 * yAboveY[pair]!) / ofY;
    influence[part[pair]!]! += ofCross / scale - (rho / 2) * ofSquares;
  }
  return influence;
}

/** Mid-ranks minus their mean; `place` numbers the distinct values in rising order. */
function centredRanks(place: Uint32Array): Float64Array {
  const counts = countsOf(place);
  const ranks = new Float64Array(counts.length);
  let below = 0;
  for (let value = 0; value < counts.length; value++) {
    ranks[value] = below + counts[value]! / 2 - place.length / 2;
    below += counts[value]!;
  }
  return Float64Array.from(place, (value) => ranks[value]!);
}

/** Per pair: the sum of `weights` over pairs with a greater value, and half of those with the same. */
function above(place: Uint32Array, weights: Float64Array): Float64Array {
  const sums = new Float64Array(countsOf(place).length);
  for (let pair = 0; pair < place.length; pair++) sums[place[pair]!]! += weights[pair]!;
  let greater = 0;
  for (let value = sums.length - 1; value >= 0; value--) {
    const own = sums[value]!;
    sums[value] = greater + own / 2;
    greater += own;
  }
  return Float64Array.from(place, (value) => sums[value]!);
}

function countsOf(place: Uint32Array): Float64Array {
  const distinct = place.reduce((most, value) => Math.max(most, value), -1) + 1;
  const counts = new Float64Array(distinct);
  for (const value of place) counts[value]!++;
  return counts;
}
