import type { Counts } from './draws.ts';

/**
 * Σ over places of count · value in every resample, for several lists of values at once: reading the counts costs as much as the
 * sums, so four lists share one reading. @param columns one value per place, already divided by what the mean divides by
 */
export function replicateSums({ counts, places, resamples }: Counts, columns: readonly Float64Array[]): Float64Array[] {
  const sums = columns.map(() => new Float64Array(resamples));
  const none = new Float64Array(places);
  for (let first = 0; first < columns.length; first += 4) {
    const [a, b, c, d] = [0, 1, 2, 3].map((next) => columns[first + next] ?? none) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    for (let resample = 0, start = 0; resample < resamples; resample++, start += places) {
      let [ofA, ofB, ofC, ofD] = [0, 0, 0, 0];
      for (let place = 0; place < places; place++) {
        const count = counts[start + place]!;
        ofA += count * a[place]!;
        ofB += count * b[place]!;
        ofC += count * c[place]!;
        ofD += count * d[place]!;
      }
      sums[first]![resample] = ofA;
      if (first + 1 < columns.length) sums[first + 1]![resample] = ofB;
      if (first + 2 < columns.length) sums[first + 2]![resample] = ofC;
      if (first + 3 < columns.length) sums[first + 3]![resample] = ofD;
    }
  }
  return sums;
}
