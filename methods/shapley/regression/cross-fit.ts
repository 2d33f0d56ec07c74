import type { Random } from '../../../harness/random.ts';
import { correctionLoss } from './correction-loss.ts';
import type { Estimate } from './estimate.ts';
import { correctionWeights, countFolds, type Folds, isHeldOut, noFold } from './folds.ts';
import type { Learner } from './learner.ts';
import { leastSquareMix } from './least-square-mix.ts';
import { lessonOf, residualsOf, trainingRows } from './lesson-of-units.ts';
import { standardErrors } from './standard-errors.ts';
import { addUnit } from './unit-sum.ts';
import type { Units } from './units.ts';

/** A learner whose error in the first fold is this many times the least is not tried in the others. */
const hopeless = 2;

/**
 * Each fold's fit has an exact Shapley value and is corrected by what it leaves of the units it did not see; the mean over folds is
 * unbiased whatever the fits are. Several learners are mixed by the shares that make the expected squared error of the correction
 * least; the shares look at the residuals they weigh, a bias of second order. Every part conserves.
 */
export function crossFit(
  units: Units,
  total: number,
  folds: Folds,
  learners: readonly Learner[],
  random: Random,
): Estimate & { readonly shares: Float64Array } {
  const { agents, stratum } = units;
  const lesson = lessonOf(units, total);
  const counts = countFolds(units, folds);
  const residuals = learners.map(() => new Float64Array(stratum.length));
  const credits = learners.map(() => new Float64Array(agents));
  let running = learners.map((_, place) => place);
  const lossOf = (some: number, other: number) =>
    correctionLoss(units, folds.of, counts, residuals[some]!, residuals[other]!);

  for (let fold = 0; fold < folds.count; fold++) {
    const training = trainingRows(units, folds, fold);
    const weights = correctionWeights(units, folds, counts, fold);
    for (const place of running) {
      const fit = learners[place]!(lesson, training, random.stream(fold, place));
      const left = residualsOf(units, lesson, fit.values);
      const credit = credits[place]!;
      const gap = (total - fit.values[1]! + fit.values[0]!) / agents;
      for (let agent = 0; agent < agents; agent++) credit[agent]! += (fit.shapley[agent]! + gap) / folds.count;
      for (let unit = 0; unit < left.length; unit++) {
        addUnit(credit, units, unit, (weights[unit]! * left[unit]!) / folds.count);
        if (isHeldOut(folds, unit, fold)) residuals[place]![unit] = left[unit]!;
      }
    }
    if (fold > 0) continue;
    const least = Math.min(...running.map((place) => lossOf(place, place)));
    running = running.filter((place) => lossOf(place, place) <= hopeless * least);
  }

  const loss = Float64Array.from(running.flatMap((some) => running.map((other) => lossOf(some, other))));
  const mix = leastSquareMix(loss, running.length);
  const shares = new Float64Array(learners.length);
  const credit = new Float64Array(agents);
  const left = new Float64Array(stratum.length);
  for (const [at, place] of running.entries()) {
    shares[place] = mix[at]!;
    for (let agent = 0; agent < agents; agent++) credit[agent]! += mix[at]! * credits[place]![agent]!;
    for (let unit = 0; unit < left.length; unit++) left[unit]! += mix[at]! * residuals[place]![unit]!;
  }
  const missing = (total - credit.reduce((sum, value) => sum + value, 0)) / agents;
  return {
    credit: credit.map((value) => value + missing),
    standardErrors: standardErrors(units, left, (unit) => folds.of[unit] !== noFold),
    shares,
  };
}
