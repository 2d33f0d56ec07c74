import type { BlameProtocol, Estimand, Instance, Probe } from '../../harness/contract.ts';
import { once } from '../../harness/once.ts';
import type { Random } from '../../harness/random.ts';
import { episodeOf } from './episode.ts';
import { insideOf } from './inside.ts';
import { teamProbes } from './probes.ts';
import type { Tree } from './tree.ts';
import { type TeamTruth, truthAlong } from './truth.ts';
import { type Walk, walk } from './walk.ts';

/** One transcript of a finite team, with everything that is true of it. */
export function teamInstance(id: string, tree: Tree, team: TeamTruth, walked: Walk): Instance {
  return {
    id,
    episode: episodeOf(tree, walked),
    noise: 'sampled',
    null: tree.world.null,
    truth: once(() => truthAlong(tree, team, walked.path, walked.outcome)),
    open: (opening) => teamProbes(tree, team, walked.path, opening),
    ...(tree.isWhole ? { inside: insideOf(tree, walked.path, (other) => teamInstance(id, tree, team, other)) } : {}),
  };
}

/** A fresh episode of the team as an instance. */
export function drawInstance(id: string, tree: Tree, team: TeamTruth, random: Random): Instance {
  return teamInstance(id, tree, team, walk(tree, [], random));
}

/** What a team of this shape lets methods ask, and what is true of its episodes. */
export function offersOf(
  hasNull: boolean,
  declaresErrors: boolean,
  knows: TeamTruth['knows'] = [
    ...(hasNull ? (['shapley', 'banzhaf', 'removal'] as const) : []),
    'realised',
    'advantage',
  ],
): { offers: Probe[]; estimands: Estimand[]; blame?: BlameProtocol } {
  return {
    ...(declaresErrors ? { blame: 'adjusted' } : {}),
    offers: [
      ...(hasNull ? (['worth'] as const) : []),
      'replay',
      'sample',
      'rollout',
      ...(declaresErrors ? (['judge'] as const) : []),
      'critic',
      'policy',
    ],
    estimands: [...knows, ...(declaresErrors ? (['first-error'] as const) : [])],
  };
}
