import { type Random, randomOrder } from '../../../harness/random.ts';
import { binomial } from './binomial.ts';
import { emptyTree, growTree, leafOf, type Tree } from './grow-tree.ts';
import type { Learner, Surrogate } from './learner.ts';
import type { Rows } from './rows.ts';

const rounds = 200;
const shrinkage = 0.1;

/** Gradient-boosted trees on membership: squared loss, 200 rounds at shrinkage 0.1, no limit of depth, for an airport game is a chain. */
export const boostedTrees: Learner = ({ rows, values }, training, random) => boost(rows, values, training, random);

/** Trees on any target. @param target per row */
export function boost(rows: Rows, target: Float64Array, training: Int32Array, random: Random): Surrogate {
  const { agents, count } = rows.coalitions;
  let mean = 0;
  for (const row of training) mean += target[row]! / training.length;
  const values = new Float64Array(count).fill(mean);
  const shapley = new Float64Array(agents);
  const residuals = target.map((value) => value - mean);
  const order = randomOrder(random, agents);
  const list = Int32Array.from(training);
  const tree = emptyTree(agents);
  const atStart = energy(residuals, training);
  for (let round = 0; round < rounds; round++) {
    if (energy(residuals, training) <= 1e-26 * atStart) break;
    growTree(tree, rows, residuals, list, order);
    if (tree.count === 1) break;
    addLeaves(shapley, tree);
    for (let row = 0; row < count; row++) {
      const change = shrinkage * tree.mean[leafOf(tree, rows.coalitions, row)]!;
      values[row]! += change;
      residuals[row]! -= change;
    }
  }
  return { values, shapley };
}

function energy(residuals: Float64Array, rows: Int32Array): number {
  let sum = 0;
  for (const row of rows) sum += residuals[row]! ** 2;
  return sum;
}

/** A leaf that wants p agents present and q absent is worth (p−1)! q!/(p+q)! to each of the first, −p! (q−1)!/(p+q)! to the others. */
function addLeaves(shapley: Float64Array, { count, agent, child, parent, mean }: Tree): void {
  for (let leaf = 1; leaf < count; leaf++) {
    if (agent[leaf]! >= 0) continue;
    let [wanted, unwanted] = [0, 0];
    for (let node = leaf; node > 0; node = parent[node]!)
      if (node > child[parent[node]!]!) wanted++;
      else unwanted++;
    const value = (shrinkage * mean[leaf]!) / binomial(wanted + unwanted, wanted);
    for (let node = leaf; node > 0; node = parent[node]!) {
      const above = parent[node]!;
      shapley[agent[above]!]! += node > child[above]! ? value / wanted : -value / unwanted;
    }
  }
}
