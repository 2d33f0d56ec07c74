import { type Random, shuffle } from '../../../harness/random.ts';
import type { Units } from './units.ts';

/** The fold of a unit that was known before the sample, and of one that no fit may see. */
export const [noFold, everyFold] = [-1, -2];

/** The fold each unit is held out of. */
export type Folds = { readonly of: Int32Array; readonly count: number };

/** Above so many units there is one fit, on a part of them; the rest, which is most of them, corrects it. */
const mostFolded = 20_000;
const mostTrained = 8192;

/**
 * Ten folds up to 400 units, five beyond, dealt out size by size; of a size that is neither whole nor has a unit for every fold no fit
 * sees any. Above 20,000 units there is one fold, of all but 8192.
 * @param known the units before this one are no sample: a pilot chose the design
 */
export function dealFolds({ strata, stratum }: Units, known: number, random: Random): Folds {
  const all = stratum.length;
  const isSplit = all > mostFolded;
  const count = isSplit ? 1 : all <= 400 ? 10 : 5;
  const of = new Int32Array(all).fill(noFold);
  let dealt = random.below(count);
  for (const [at, { units }] of strata.entries()) {
    const here = Int32Array.from(stratum.keys()).filter((unit) => stratum[unit] === at);
    const fresh = shuffle(
      random,
      here.filter((unit) => unit >= known),
    );
    const isWhole = here.length >= units;
    const isThin = fresh.length < count && !isWhole;
    const trained = isSplit ? Math.min(fresh.length - 1, Math.floor((fresh.length * mostTrained) / all)) : 0;
    for (const [place, unit] of fresh.entries()) if (place >= trained) of[unit] = isThin ? everyFold : dealt++ % count;
  }
  return { of, count };
}

/** Units per stratum: known before all fits, sampled, of those in each fold, and of those seen by no fit. */
export type FoldCounts = {
  readonly known: Float64Array;
  readonly fresh: Float64Array;
  readonly inFold: readonly Float64Array[];
  readonly inEvery: Float64Array;
};

export function countFolds({ strata, stratum }: Units, folds: Folds): FoldCounts {
  const zeros = () => new Float64Array(strata.length);
  const counts = {
    known: zeros(),
    fresh: zeros(),
    inFold: Array.from({ length: folds.count }, zeros),
    inEvery: zeros(),
  };
  for (let unit = 0; unit < stratum.length; unit++) {
    const at = stratum[unit]!;
    const fold = folds.of[unit]!;
    if (fold === noFold) counts.known[at]!++;
    else {
      counts.fresh[at]!++;
      if (fold === everyFold) counts.inEvery[at]!++;
      else counts.inFold[fold]![at]!++;
    }
  }
  return counts;
}

export function isHeldOut(folds: Folds, unit: number, fold: number): boolean {
  return folds.of[unit] === fold || folds.of[unit] === everyFold;
}

/**
 * What each unit's residual is multiplied with in the correction of one fold's fit. The units that the fit saw stand for themselves;
 * those held out are a uniform sample of all the others of their size. shapley-estimators.md, section 7.
 */
export function correctionWeights(
  { strata, stratum }: Units,
  folds: Folds,
  counts: FoldCounts,
  fold: number,
): Float64Array {
  return Float64Array.from(stratum, (at, unit) => {
    const { units, share } = strata[at]!;
    const held = counts.inFold[fold]![at]! + counts.inEvery[at]!;
    const seen = counts.known[at]! + counts.fresh[at]! - held;
    return isHeldOut(folds, unit, fold) ? (share * (1 - seen / units)) / held : share / units;
  });
}
