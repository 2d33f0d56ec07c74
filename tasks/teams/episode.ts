import type { Episode } from '../../harness/contract.ts';
import type { Tree } from './tree.ts';
import type { Walk } from './walk.ts';

/** A finished walk as a method sees it: who said what, and the outcome. */
export function episodeOf({ world, layers }: Tree, { path, outcome }: Walk): Episode {
  return {
    agents: world.agents,
    problem: world.problem,
    messages: path.map((edge, step) => ({ agent: layers[step]!.agent, text: layers[step]!.said[edge]!.text })),
    outcome,
    range: world.range,
  };
}
