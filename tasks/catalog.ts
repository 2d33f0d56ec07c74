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
import { diamond } from './teams/diamond.ts';
import { foraging } from './teams/foraging.ts';
import { hiddenProfile } from './teams/hidden-profile.ts';
import { jigsaw } from './teams/jigsaw.ts';
import { climbing, penalty } from './teams/matrix-game.ts';
import { pipeline } from './teams/pipeline.ts';
import { reasonerActor } from './teams/reasoner-actor.ts';
import { relay } from './teams/relay.ts';
import { repairableError } from './teams/repairable-error.ts';
import { roleChain } from './teams/role-chain.ts';
import { sharedInformation } from './teams/shared-information.ts';
import { voteWithSaboteur } from './teams/vote-with-saboteur.ts';

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
  pipeline,
  voteWithSaboteur,
  jigsaw,
  hiddenProfile,
  sharedInformation,
  foraging,
  diamond,
  repairableError,
  roleChain,
  climbing,
  penalty,
  wordProblems,
  whoAndWhenAlgorithmGenerated,
  whoAndWhenHandCrafted,
];
