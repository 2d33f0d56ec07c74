/** One observation: the features that are on, and the value. */
export type Observation = { readonly features: readonly number[]; readonly value: number };

export type LinearFit = { readonly constant: number; readonly weights: Float64Array };

/** Where conjugate gradients stop: residual to first residual. */
const precision = 1e-13;

/**
 * Minimises Σ (value − constant − Σ weights of the features that are on)² + penalty Σ weights² by conjugate gradients on the
 * normal equations. A weight on in n observations and out of line with no other is shrunk by n/(n + penalty). @param penalty above 0
 */
export function fitRidge(observations: readonly Observation[], features: number, penalty: number): LinearFit {
  const centre = observations.reduce((sum, { value }) => sum + value, 0) / observations.length;
  /** The normal matrix times (weights, constant). */
  const applied = (point: Float64Array): Float64Array => {
    const result = new Float64Array(features + 1);
    for (let feature = 0; feature < features; feature++) result[feature] = penalty * point[feature]!;
    for (const { features: on } of observations) {
      let predicted = point[features]!;
      for (const feature of on) predicted += point[feature]!;
      for (const feature of on) result[feature]! += predicted;
      result[features]! += predicted;
    }
    return result;
  };

  const solution = new Float64Array(features + 1);
  const residual = new Float64Array(features + 1);
  for (const { features: on, value } of observations) {
    for (const feature of on) residual[feature]! += value - centre;
    residual[features]! += value - centre;
  }
  const direction = Float64Array.from(residual);
  let squares = dot(residual, residual);
  const enough = precision ** 2 * squares;
  for (let iteration = 0; iteration < 4 * (features + 1) && squares > enough; iteration++) {
    const image = applied(direction);
    const step = squares / dot(direction, image);
    for (let at = 0; at <= features; at++) {
      solution[at]! += step * direction[at]!;
      residual[at]! -= step * image[at]!;
    }
    const before = squares;
    squares = dot(residual, residual);
    for (let at = 0; at <= features; at++) direction[at] = residual[at]! + (squares / before) * direction[at]!;
  }
  return { constant: centre + solution[features]!, weights: solution.subarray(0, features) };
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!;
  return sum;
}
