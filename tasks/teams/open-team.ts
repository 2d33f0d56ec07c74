import { randomOf } from '../../harness/random.ts';
import { sampledTruth } from './sampled-truth.ts';
import { growTree, lazyTree, type Tree } from './tree.ts';
import { type TeamTruth, teamTruth } from './truth.ts';
import type { World } from './world.ts';

/** A world with what is true of it: enumerated, or sampled where it asks for that. */
export type Team = { readonly tree: Tree; readonly team: TeamTruth };

/** @param name names the draws of a sampled truth. @throws CreditbenchError `too-large` where it is neither small nor sampled */
export function openTeam(world: World, name: string): Team {
  if (world.truthDraws === undefined) {
    const tree = growTree(world);
    return { tree, team: teamTruth(tree) };
  }
  const tree = lazyTree(world);
  return { tree, team: sampledTruth(tree, world.truthDraws, randomOf('sampled truth', name)) };
}
