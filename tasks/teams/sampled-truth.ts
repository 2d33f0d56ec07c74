import { allCoalitions, isMember } from '../../harness/coalitions.ts';
import { once } from '../../harness/once.ts';
import type { Random } from '../../harness/random.ts';
import { banzhafOfTable, removalOfTable, shapleyOfTable } from '../../harness/table-values.ts';
import { scoreOf } from './path.ts';
import type { Tree } from './tree.ts';
import { agentValues, type TeamTruth } from './truth.ts';
import { walk } from './walk.ts';

/** A mean and its standard error. */
type Estimate = { readonly mean: number; readonly error: number };

/** Coalitions are sampled up to this many agents; beyond it nothing is said about agents. */
const mostAgents = 10;

/**
 * The truth of a team that is too large to enumerate, sampled: every V(h) and every v(S) is the mean expected score of `draws`
 * fresh transcripts, with its standard error. Streams are named by what was said, so the order of questions changes nothing.
 * @param draws at least 2
 */
export function sampledTruth(tree: Tree, draws: number, random: Random): TeamTruth {
  const { layers, world } = tree;
  const known = new Map<string, Estimate>();
  const meanScore = (stream: Random, path: readonly number[], chances?: (step: number) => readonly number[]) =>
    estimate(draws, () => scoreOf(tree, walk(tree, path, stream, chances).path));

  const valueAfter = (path: readonly number[]): Estimate => {
    if (path.length === layers.length) return { mean: scoreOf(tree, path), error: 0 };
    const ids = path.map((edge, step) => layers[step]!.said[edge]!.id);
    const key = JSON.stringify(ids);
    const value = known.get(key) ?? meanScore(random.stream('value', ...ids), path);
    known.set(key, value);
    return value;
  };

  const knowsAgents = layers.every(({ absent }) => absent !== undefined) && world.agents.length <= mostAgents;
  const worths = once(() => {
    const coalitions = allCoalitions(world.agents.length);
    return Array.from({ length: coalitions.count }, (_, row) =>
      meanScore(random.stream('worth', row), [], (step) => {
        const { agent, policy, absent } = layers[step]!;
        return isMember(coalitions, row, agent) ? policy : absent!;
      }),
    );
  });
  const agents = once(() => {
    if (!knowsAgents) return {};
    const variances = worths().map(({ error }) => error * error);
    return {
      ...agentValues(Float64Array.from(worths(), ({ mean }) => mean)),
      standardErrors: {
        shapley: errorsOf(shapleyOfTable, variances),
        banzhaf: errorsOf(banzhafOfTable, variances),
        removal: errorsOf(removalOfTable, variances),
      },
    };
  });

  return {
    knows: [...(knowsAgents ? (['shapley', 'banzhaf', 'removal'] as const) : []), 'advantage'],
    agents,
    worth: () => (knowsAgents ? { empty: worths()[0]!.mean, grand: worths().at(-1)!.mean } : undefined),
    realised: () => ({}),
    along(path) {
      const found = Array.from({ length: path.length + 1 }, (_, step) => valueAfter(path.slice(0, step)));
      return {
        values: Float64Array.from(found, ({ mean }) => mean),
        errors: Float64Array.from(found, ({ error }) => error),
      };
    },
  };
}

/** Standard errors of a linear value of independent worths: the root of Σ (weight of v(S))² Var v(S), per agent. */
function errorsOf(valuesIn: (table: Float64Array) => Float64Array, variances: readonly number[]): Float64Array {
  const sums = new Float64Array(Math.log2(variances.length));
  for (const [row, variance] of variances.entries()) {
    const unit = new Float64Array(variances.length);
    unit[row] = 1;
    for (const [agent, weight] of valuesIn(unit).entries()) sums[agent]! += weight * weight * variance;
  }
  return sums.map(Math.sqrt);
}

function estimate(draws: number, draw: () => number): Estimate {
  let [mean, squares] = [0, 0];
  for (let taken = 1; taken <= draws; taken++) {
    const value = draw();
    const before = value - mean;
    mean += before / taken;
    squares += before * (value - mean);
  }
  return { mean, error: Math.sqrt(squares / (draws - 1) / draws) };
}
