import type { Task } from '../harness/contract.ts';
import { additive } from './games/additive.ts';
import { airport } from './games/airport.ts';
import { bankruptcy } from './games/bankruptcy.ts';
import { glove } from './games/glove.ts';
import { inducedSubgraph } from './games/induced-subgraph.ts';
import { nullPlayer } from './games/null-player.ts';
import { parity } from './games/parity.ts';
import { redundantPair } from './games/redundant-pair.ts';
import { saboteur } from './games/saboteur.ts';
import { threshold } from './games/threshold.ts';
import { unanimity } from './games/unanimity.ts';
import { votingBodies } from './games/voting-bodies.ts';
import { weightedVoting } from './games/weighted-voting.ts';
import { wordProblems } from './language/word-problems.ts';
import { whoAndWhenAlgorithmGenerated, whoAndWhenHandCrafted } from './published/who-and-when.ts';
import { congestion } from './teams/congestion.ts';
import { diamond } from './teams/diamond.ts';
import { foraging } from './teams/foraging.ts';
import { hiddenProfile } from './teams/hidden-profile.ts';
import { hiddenState } from './teams/hidden-state.ts';
import { jigsaw } from './teams/jigsaw.ts';
import { keyToDoor } from './teams/key-to-door.ts';
import { climbing, penalty, qtran } from './teams/matrix-game.ts';
import { overlappingTree } from './teams/overlapping-tree.ts';
import { pipeline } from './teams/pipeline.ts';
import { plantedEvents } from './teams/planted-events.ts';
import {
  reasonerActor,
  reasonerActorDownstream,
  reasonerActorExactCritic,
  reasonerActorUpstream,
} from './teams/reasoner-actor.ts';
import { relay } from './teams/relay.ts';
import { repairableError } from './teams/repairable-error.ts';
import { roleChain, roleChain2, roleChain10 } from './teams/role-chain.ts';
import { roleDag, roleDagDefaultPolicy, roleDagEmpty } from './teams/role-dag.ts';
import { sharedInformation } from './teams/shared-information.ts';
import { twoStep } from './teams/two-step.ts';
import { visibleState } from './teams/visible-state.ts';
import { voteWithSaboteur } from './teams/vote-with-saboteur.ts';
import { watchRepair } from './teams/watch-repair.ts';

/** Every task in the box. */
export const tasks: readonly Task[] = [
  additive,
  unanimity,
  weightedVoting,
  airport,
  glove,
  inducedSubgraph,
  bankruptcy,
  threshold,
  parity,
  redundantPair,
  saboteur,
  nullPlayer,
  votingBodies,
  relay,
  reasonerActor,
  reasonerActorUpstream,
  reasonerActorDownstream,
  reasonerActorExactCritic,
  pipeline,
  voteWithSaboteur,
  jigsaw,
  hiddenProfile,
  sharedInformation,
  foraging,
  diamond,
  repairableError,
  plantedEvents,
  roleChain,
  roleChain2,
  roleChain10,
  roleDag,
  roleDagEmpty,
  roleDagDefaultPolicy,
  keyToDoor,
  watchRepair,
  overlappingTree,
  climbing,
  penalty,
  qtran,
  twoStep,
  congestion,
  visibleState,
  hiddenState,
  wordProblems,
  whoAndWhenAlgorithmGenerated,
  whoAndWhenHandCrafted,
];
