import { checkCount, checkMagnitude, checkNumber, checkShare } from './check-values.ts';
import { normalQuantile } from './special/normal.ts';
import { type Undefined, undefinedFor } from './undefined.ts';

/** `alpha` of a two-sided test, and the chance to find an effect that is there; 0.05 and 0.8 where not given. */
export type TestStrength = { readonly alpha?: number; readonly power?: number };

/**
 * The true mean difference that a two-sided test on so many pairs finds with the given power; in the unit of the differences.
 * @param standardDeviation of the paired differences, clusters counted as units. Normal quantiles; statistics.md §4
 */
export function minimumDetectableEffect(standardDeviation: number, pairs: number, strength: TestStrength = {}): number {
  checkMagnitude(standardDeviation, 'the standard deviation');
  checkCount(pairs, 'the number of pairs');
  return (reachOf(strength) * standardDeviation) / Math.sqrt(pairs);
}

/** How many pairs find a true mean difference of `effect`, not rounded. @param effect above 0. statistics.md §4 */
export function pairsNeeded(standardDeviation: number, effect: number, strength: TestStrength = {}): number {
  checkMagnitude(standardDeviation, 'the standard deviation');
  checkMagnitude(effect, 'the effect', 'above 0');
  return ((reachOf(strength) * standardDeviation) / effect) ** 2;
}

/**
 * How many pairs beyond the `pairs` at hand would separate two methods if their true difference is the one found; 0 or less
 * where there are enough already. statistics.md §4
 */
export function moreToSeparate(
  standardDeviation: number,
  meanDifference: number,
  pairs: number,
  strength: TestStrength = {},
): number | Undefined {
  checkNumber(meanDifference, 'the mean difference');
  checkCount(pairs, 'the number of pairs');
  if (meanDifference === 0) return undefinedFor('the mean difference is 0');
  return Math.ceil(pairsNeeded(standardDeviation, Math.abs(meanDifference), strength)) - pairs;
}

/** z_{1−α/2} + z_power. */
function reachOf({ alpha = 0.05, power = 0.8 }: TestStrength): number {
  checkShare(alpha, 'alpha');
  checkShare(power, 'power');
  const reach = normalQuantile(1 - alpha / 2) + normalQuantile(power);
  if (reach <= 0) throw new RangeError(`power is ${power}; expected more than alpha / 2, here ${alpha / 2}`);
  return reach;
}
