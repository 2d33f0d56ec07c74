import { randomOf, randomShares } from '../../../harness/random.ts';
import { congestionWorld } from '../../../tasks/teams/congestion.ts';
import { diamondWorld } from '../../../tasks/teams/diamond.ts';
import { foragingWorld } from '../../../tasks/teams/foraging.ts';
import { hiddenProfileWorld } from '../../../tasks/teams/hidden-profile.ts';
import { jigsawWorld } from '../../../tasks/teams/jigsaw.ts';
import { keyToDoorWorld } from '../../../tasks/teams/key-to-door.ts';
import { overlappingTreeWorld } from '../../../tasks/teams/overlapping-tree.ts';
import { pipelineWorld } from '../../../tasks/teams/pipeline.ts';
import { plantedEventsWorld } from '../../../tasks/teams/planted-events-world.ts';
import { relayWorld } from '../../../tasks/teams/relay.ts';
import { repairableErrorWorld } from '../../../tasks/teams/repairable-error.ts';
import { type RoleNull, roleDagWorld } from '../../../tasks/teams/role-dag-world.ts';
import { sharedInformationWorld } from '../../../tasks/teams/shared-information.ts';
import { twoStepWorld } from '../../../tasks/teams/two-step.ts';
import { voteWorld } from '../../../tasks/teams/vote-with-saboteur.ts';
import { watches, watchRepairWorld } from '../../../tasks/teams/watch-repair.ts';
import type { World } from '../../../tasks/teams/world.ts';

const rates = [0.3, 0.15, 0.4, 0.25, 0.1, 0.35];
const random = randomOf('stateful worlds');
const workers = rates.slice(0, 4).map((corrupts) => ({ corrupts, repairs: corrupts / 2, lucks: 0.05 }));
const shares = (steps: number, size: number) =>
  Array.from({ length: steps }, (_, step) => randomShares(random.stream('shares', size, step), size));
const dag = (absence: RoleNull) =>
  roleDagWorld(
    {
      roles: [
        { kind: 'regular', parents: [] },
        { kind: 'dummy', parents: [0] },
        { kind: 'regular', parents: [0] },
        { kind: 'dummy', parents: [] },
        { kind: 'regular', parents: [2] },
      ],
      messages: 2,
      concentration: 1,
      upstream: 0.2,
      downstream: 0.3,
      difficulty: 0.1,
      synergy: 0.1,
      absence,
      noise: 'none',
    },
    random.stream('dag'),
  );

/** A world of every family that says which contexts are equal, small enough to enumerate all transcripts. */
export const statefulWorlds: Record<string, World> = {
  relay: relayWorld(rates),
  'relay with a coin for the absent': relayWorld(rates, 'random'),
  diamond: diamondWorld(rates),
  pipeline: pipelineWorld(rates.map((rate) => ({ success: 1 - rate, fallback: rate }))),
  vote: voteWorld(rates.map((rate) => 1 - rate)),
  jigsaw: jigsawWorld(
    [[0, 1], [1, 2], [], [0, 1], [3]].map((facts, holder) => ({ facts, candour: rates[holder]! })),
    5,
  ),
  'hidden profile': hiddenProfileWorld(rates.map((candour, member) => ({ candour, hasClue: member % 3 !== 1 }))),
  'shared information': sharedInformationWorld(
    rates.map((candour, holder) => ({ candour, weight: 1 + (holder % 3) })),
    5,
  ),
  foraging: foragingWorld(
    rates.map((eagerness, forager) => ({ eagerness, level: 1 + (forager % 3) })),
    6,
  ),
  'repairable error': repairableErrorWorld(rates.map((rate) => ({ corrupts: rate, repairs: 0.5 - rate }))),
  'planted events': plantedEventsWorld({ workers, slot: 2, isAbsorbing: false }),
  'absorbing planted events': plantedEventsWorld({ workers, slot: 1, isAbsorbing: true }),
  'key to door': keyToDoorWorld([1, 9, 1], shares(5, 4)),
  'watch repair': watchRepairWorld(watches[1]!, 0.3),
  'two-step game': twoStepWorld(shares(3, 2)),
  congestion: congestionWorld(shares(5, 3), 2),
  'overlapping tree': overlappingTreeWorld({ depth: 4, options: 5, overlap: 3 }, random.stream('tree')),
  'role dag': dag('placeholder'),
  'role dag with a default policy': dag('default-policy'),
};
