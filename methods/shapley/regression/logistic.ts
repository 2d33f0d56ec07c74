import type { Learner } from './learner.ts';
import { logisticValue } from './logistic-value.ts';
import { factorise, solveFactorised } from './symmetric-system.ts';

const ridge = 0.1;
const mostSteps = 40;

/**
 * f(S) = lo + (hi − lo) σ(b + Σ_{i∈S} c_i), lo and hi the range of the training values: quotas, votes, success rates. Newton's
 * method on the cross-entropy with a ridge on the c_i, features 1[i∈S] − ½.
 */
export const logistic: Learner = ({ rows, values }, training) => {
  const { agents, count } = rows.coalitions;
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of training) [low, high] = [Math.min(low, values[row]!), Math.max(high, values[row]!)];
  if (high === low) return { values: new Float64Array(count).fill(low), shapley: new Float64Array(agents) };
  const width = agents + 1;
  const weights = new Float64Array(width);
  const features = new Float64Array(width);
  const design = (row: number) => {
    features.fill(-0.5, 0, agents);
    features[agents] = 1;
    for (let at = rows.start[row]!; at < rows.start[row + 1]!; at++) features[rows.members[at]!] = 0.5;
  };
  const score = () => features.reduce((sum, feature, i) => sum + feature * weights[i]!, 0);
  let loss = Number.POSITIVE_INFINITY;
  let step: Float64Array = new Float64Array(width);
  let kept = Float64Array.from(weights);
  for (let iteration = 0; iteration < mostSteps; iteration++) {
    const hessian = new Float64Array(width * width);
    const gradient = new Float64Array(width);
    let found = 0;
    for (const row of training) {
      design(row);
      const x = score();
      const share = (values[row]! - low) / (high - low);
      const p = 1 / (1 + Math.exp(-x));
      found += Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))) - share * x;
      const curvature = p * (1 - p);
      for (let i = 0; i < width; i++) {
        const feature = features[i]!;
        gradient[i]! += (share - p) * feature;
        for (let j = 0; j <= i; j++) hessian[i * width + j]! += curvature * feature * features[j]!;
      }
    }
    for (let i = 0; i < agents; i++) {
      found += (ridge / 2) * weights[i]! ** 2;
      gradient[i]! -= ridge * weights[i]!;
      hessian[i * width + i]! += ridge;
    }
    hessian[width * width - 1]! += 1e-9 * training.length;
    if (found > loss) {
      // Too long a step: half of it.
      step = step.map((one) => one / 2);
      weights.forEach((_, i) => {
        weights[i] = kept[i]! + step[i]!;
      });
      continue;
    }
    if (loss - found < 1e-10 * (1 + Math.abs(found))) break;
    [loss, kept] = [found, Float64Array.from(weights)];
    if (!factorise(hessian, width)) throw new RangeError('a ridge makes the system positive definite');
    step = solveFactorised(hessian, width, gradient);
    weights.forEach((_, i) => {
      weights[i]! += step[i]!;
    });
  }
  const slopes = kept.subarray(0, agents);
  const intercept = kept[agents]! - slopes.reduce((sum, slope) => sum + slope, 0) / 2;
  const fitted = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    let x = intercept;
    for (let at = rows.start[row]!; at < rows.start[row + 1]!; at++) x += slopes[rows.members[at]!]!;
    fitted[row] = low + (high - low) / (1 + Math.exp(-x));
  }
  return { values: fitted, shapley: logisticValue(intercept, slopes).map((value) => (high - low) * value) };
};
