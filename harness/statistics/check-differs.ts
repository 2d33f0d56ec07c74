import { checkFinite } from './check-values.ts';

/** Holds a table of which methods differ to be square, symmetric and false on its diagonal. @throws RangeError */
export function checkDiffers(meanRanks: ArrayLike<number>, differs: readonly (readonly boolean[])[]): void {
  checkFinite(meanRanks, 'meanRanks');
  if (differs.length !== meanRanks.length)
    throw new RangeError(`differs has ${differs.length} rows; expected ${meanRanks.length}, one per method`);
  for (const [one, row] of differs.entries()) {
    if (row.length !== differs.length)
      throw new RangeError(`differs[${one}] has ${row.length} entries; expected ${differs.length}`);
    if (row[one]) throw new RangeError(`differs[${one}][${one}] is true; no method differs from itself`);
    const other = row.findIndex((isDifferent, place) => isDifferent !== differs[place]![one]);
    if (other !== -1) throw new RangeError(`differs[${one}][${other}] and differs[${other}][${one}] disagree`);
  }
}
