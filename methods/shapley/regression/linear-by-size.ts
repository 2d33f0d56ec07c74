import type { Learner } from './learner.ts';
import { sizeOf } from './rows.ts';
import { factorise, solveFactorised } from './symmetric-system.ts';

const curveDegree = 4;
const ridge = 1e-6;

/**
 * Least squares on f(S) = h(x) + Σ_{i∈S} g_i(x) − (s/n) G(x) with x = s/n − ½, h of degree 4, g_i of degree `powers` − 1 and
 * G = Σ g_i: a game that follows the coalition's size, with each agent's own slope. The Shapley value is read off its size means.
 */
export function linearBySize(powers: 1 | 3): Learner {
  return ({ rows, values }, training) => {
    const { agents, count } = rows.coalitions;
    const width = curveDegree + 1 + agents * powers;
    const design = (row: number, features: Float64Array) => {
      const size = sizeOf(rows, row);
      const x = size / agents - 0.5;
      for (let degree = 0, power = 1; degree <= curveDegree; degree++, power *= x) features[degree] = power;
      for (let degree = 0, power = 1; degree < powers; degree++, power *= x) {
        const at = curveDegree + 1 + degree * agents;
        features.fill((-size / agents) * power, at, at + agents);
        for (let member = rows.start[row]!; member < rows.start[row + 1]!; member++)
          features[at + rows.members[member]!]! += power;
      }
    };
    const gram = new Float64Array(width * width);
    const found = new Float64Array(width);
    const features = new Float64Array(width);
    for (const row of training) {
      design(row, features);
      const value = values[row]!;
      for (let i = 0; i < width; i++) {
        const feature = features[i]!;
        if (feature === 0) continue;
        found[i]! += feature * value;
        for (let j = 0; j <= i; j++) gram[i * width + j]! += feature * features[j]!;
      }
    }
    for (let i = 0; i < width; i++) gram[i * width + i]! += ridge * training.length;
    if (!factorise(gram, width)) throw new RangeError('a ridge makes the system positive definite');
    solveFactorised(gram, width, found);
    const fitted = new Float64Array(count);
    for (let row = 0; row < count; row++) {
      design(row, features);
      for (let i = 0; i < width; i++) fitted[row]! += features[i]! * found[i]!;
    }
    return { values: fitted, shapley: readOut(found, agents, powers) };
  };
}

/** φ_i = (1/n) Σ_s (mean of f over the coalitions of size s with i − mean without i); shapley-estimators.md, identity 2. */
function readOut(found: Float64Array, agents: number, powers: number): Float64Array {
  const shapley = new Float64Array(agents);
  const own = new Float64Array(agents);
  for (let size = 0; size <= agents; size++) {
    const x = size / agents - 0.5;
    let curve = 0;
    for (let degree = 0, power = 1; degree <= curveDegree; degree++, power *= x) curve += found[degree]! * power;
    own.fill(0);
    for (let degree = 0, power = 1; degree < powers; degree++, power *= x)
      for (let agent = 0; agent < agents; agent++)
        own[agent]! += power * found[curveDegree + 1 + degree * agents + agent]!;
    const all = own.reduce((sum, one) => sum + one, 0);
    const level = curve - (size / agents) * all;
    for (let agent = 0; agent < agents; agent++) {
      const others = agents === 1 ? 0 : (all - own[agent]!) / (agents - 1);
      if (size > 0) shapley[agent]! += (level + own[agent]! + (size - 1) * others) / agents;
      if (size < agents) shapley[agent]! -= (level + size * others) / agents;
    }
  }
  return shapley;
}
