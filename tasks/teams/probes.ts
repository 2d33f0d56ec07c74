import { isMember, rowKey } from '../../harness/coalitions.ts';
import type { Episode, Opening, Probes } from '../../harness/contract.ts';
import { randomNormal } from '../../harness/random.ts';
import { episodeOf } from './episode.ts';
import { contextAt, edgeOf } from './path.ts';
import type { Tree } from './tree.ts';
import type { TeamTruth } from './truth.ts';
import { drawEdge, walk } from './walk.ts';

/**
 * The probes of one transcript of a finite team. Every draw has a stream named by its question and by how often that
 * question was asked before, so two methods that ask the same get the same answers.
 */
export function teamProbes(
  tree: Tree,
  team: TeamTruth,
  path: readonly number[],
  { random, generated }: Opening,
): Partial<Probes> {
  const { world, layers } = tree;
  const asked = new Map<string, number>();
  const streamOf = (probe: string, question: string) => {
    const times = asked.get(`${probe} ${question}`) ?? 0;
    asked.set(`${probe} ${question}`, times + 1);
    return random.stream(probe, question, times);
  };
  const contextOf = (step: number) => contextAt(tree, path, step);

  const replay: Probes['replay'] = async (requests) =>
    requests.map(({ step, message, then = {}, count }) => {
      const forced: Record<number, string> = message === undefined ? then : { ...then, [step]: message };
      const question = JSON.stringify([step, Object.entries(forced)]);
      const edgeAt = (later: number, context: number) =>
        forced[later] === undefined ? undefined : edgeOf(tree, later, context, forced[later]);
      const outcomes = Float64Array.from({ length: count }, () => {
        return walk(tree, path.slice(0, step), streamOf('replay', question), undefined, edgeAt).outcome;
      });
      generated(count * (layers.length - step - Object.keys(forced).length));
      return outcomes;
    });

  const sample: Probes['sample'] = async (step, count, instead = []) => {
    const from = step - instead.length;
    const edges = path.slice(0, from);
    for (const [place, text] of instead.entries())
      edges.push(edgeOf(tree, from + place, contextAt(tree, edges, from + place), text));
    const context = contextAt(tree, edges, step);
    const question = JSON.stringify(edges.map((edge, at) => layers[at]!.said[edge]!.id));
    generated(count);
    return Array.from({ length: count }, () => {
      return layers[step]!.said[drawEdge(tree, step, context, streamOf('sample', question))]!.text;
    });
  };

  const rollout: Probes['rollout'] = async (count): Promise<readonly Episode[]> => {
    generated(count * layers.length);
    return Array.from({ length: count }, () => episodeOf(tree, walk(tree, [], streamOf('rollout', ''))));
  };

  const worth: Probes['worth'] = async (coalitions) =>
    Float64Array.from({ length: coalitions.count }, (_, row) => {
      const isPresent = (step: number) => isMember(coalitions, row, layers[step]!.agent);
      generated(layers.filter((_, step) => isPresent(step)).length);
      const stream = streamOf('worth', String(rowKey(coalitions, row)));
      return walk(tree, [], stream, (step) => (isPresent(step) ? layers[step]!.policy : layers[step]!.absent!)).outcome;
    });

  const judge: Probes['judge'] = async (steps) =>
    Float64Array.from(steps, (step) => {
      const { sensitivity, specificity } = world.judge;
      const isWrong = layers[step]!.said[path[step]!]!.isWrong === true;
      const isSound = random.stream('judge', step).float() < (isWrong ? sensitivity : specificity);
      // P(right | verdict) for a step that is right or wrong with even odds beforehand.
      const isPassed = isWrong !== isSound;
      return isPassed
        ? specificity / (specificity + 1 - sensitivity)
        : (1 - specificity) / (1 - specificity + sensitivity);
    });

  return {
    replay,
    sample,
    rollout,
    ...(layers.every(({ absent }) => absent !== undefined) ? { worth } : {}),
    ...(world.declaresErrors ? { judge } : {}),
    critic: async (steps) =>
      Float64Array.from(steps, (step) => {
        const error = world.critic === undefined ? 0 : world.critic.noise * randomNormal(random.stream('critic', step));
        return team.along(path.slice(0, step)).values[step]! + error;
      }),
    policy: async (step) => {
      const { first, end, said } = layers[step]!;
      const menu = said.slice(first[contextOf(step)]!, end[contextOf(step)]!);
      return menu.map(({ text, probability }) => ({ message: text, probability }));
    },
  };
}
