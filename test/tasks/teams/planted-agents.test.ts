import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { congestionWorld } from '../../../tasks/teams/congestion.ts';
import { foragingWorld } from '../../../tasks/teams/foraging.ts';
import { hiddenProfileWorld } from '../../../tasks/teams/hidden-profile.ts';
import { jigsawWorld } from '../../../tasks/teams/jigsaw.ts';
import { keyToDoorWorld } from '../../../tasks/teams/key-to-door.ts';
import { pipelineWorld } from '../../../tasks/teams/pipeline.ts';
import { relayWorld } from '../../../tasks/teams/relay.ts';
import { repairableErrorWorld } from '../../../tasks/teams/repairable-error.ts';
import { sharedInformationWorld } from '../../../tasks/teams/shared-information.ts';
import { voteWorld } from '../../../tasks/teams/vote-with-saboteur.ts';
import type { World } from '../../../tasks/teams/world.ts';
import { expectNear } from '../games/close.ts';
import { grown } from './grown.ts';

/** Four rates inside (0, 1), one per agent. */
const rates = fc.array(
  fc.integer({ min: 1, max: 19 }).map((rate) => rate / 20),
  { minLength: 4, maxLength: 4 },
);

/** A team of each family whose agent 1 makes no difference: it holds nothing, lifts nothing, or does what its null does. */
const freeRiders: Record<string, (rates: readonly number[]) => World> = {
  'a silent holder of a jigsaw': (rates) =>
    jigsawWorld(
      rates.map((candour, holder) => ({ facts: holder === 1 ? [] : [holder % 3, 3], candour })),
      4,
    ),
  'a member without a clue': (rates) =>
    hiddenProfileWorld(rates.map((candour, member) => ({ candour, hasClue: member !== 1 }))),
  'a clue of no weight': (rates) =>
    sharedInformationWorld(
      rates.map((candour, holder) => ({ candour, weight: holder === 1 ? 0 : 1 })),
      2,
    ),
  'a forager of level 0': (rates) =>
    foragingWorld(
      rates.map((eagerness, forager) => ({ eagerness, level: forager === 1 ? 0 : 2 })),
      4,
    ),
  'a relay that never flips': (rates) => relayWorld(rates.map((rate, agent) => (agent === 1 ? 0 : rate / 2))),
  'a hand that changes nothing': (rates) =>
    repairableErrorWorld(
      rates.map((rate, hand) => ({ corrupts: hand === 1 ? 0 : rate, repairs: hand === 1 ? 0 : rate / 2 })),
    ),
  'a stage as good as its fallback': (rates) =>
    pipelineWorld(rates.map((success, stage) => ({ success, fallback: stage === 1 ? success : success / 2 }))),
  'a collector where nothing lies': (rates) =>
    keyToDoorWorld(
      [0, 9],
      rates.map((rate) => [rate, (1 - rate) / 2, (1 - rate) / 2, 0]),
    ),
};

/** A team of each family whose agents 2 and 3 are alike. */
const duplicates: Record<string, (rates: readonly number[]) => World> = {
  'holders of the same facts': (rates) =>
    jigsawWorld(
      alike(rates).map((candour, holder) => ({ facts: holder >= 2 ? [0, 1] : [holder, 2], candour })),
      3,
    ),
  'foragers of one level': (rates) =>
    foragingWorld(
      alike(rates).map((eagerness, forager) => ({ eagerness, level: forager >= 2 ? 2 : 1 })),
      3,
    ),
  'voters of one rate': (rates) => voteWorld(alike(rates)),
  'relays of one flip rate': (rates) => relayWorld(alike(rates)),
  'stages of one rate': (rates) => pipelineWorld(alike(rates).map((success) => ({ success, fallback: 0.3 }))),
  'patrons of one taste': (rates) =>
    congestionWorld(
      alike(rates).map((rate) => [rate, 1 - rate]),
      1.5,
    ),
  'clues of one weight': (rates) =>
    sharedInformationWorld(
      alike(rates).map((candour, holder) => ({ candour, weight: holder >= 2 ? 2 : 1 })),
      3,
    ),
};

describe.each(Object.entries(freeRiders))('%s', (_, worldOf) => {
  it('earns exactly nothing, and somebody else does not', () => {
    fc.assert(
      fc.property(rates, (drawn) => {
        const { shapley, banzhaf, removal } = grown(worldOf(drawn)).team.agents();
        expectNear([shapley![1]!, banzhaf![1]!, removal![1]!], [0, 0, 0]);
        if (drawn.every((rate) => rate !== 0.5)) expect(Math.max(...shapley!.map(Math.abs))).toBeGreaterThan(1e-9);
      }),
      { numRuns: 30 },
    );
  });
});

describe.each(Object.entries(duplicates))('%s', (_, worldOf) => {
  it('earn the same', () => {
    fc.assert(
      fc.property(rates, (drawn) => {
        const { shapley, banzhaf, removal } = grown(worldOf(drawn)).team.agents();
        for (const values of [shapley!, banzhaf!, removal!]) expectNear([values[2]!], [values[3]!]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a saboteur', () => {
  it('who is a voter more often wrong than right, among voters more often right, earns less than nothing', () => {
    const honest = fc.array(fc.integer({ min: 11, max: 19 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(honest, fc.integer({ min: 2, max: 8 }), fc.nat(4), (rights, wrong, place) => {
        const at = place % (rights.length + 1);
        const { shapley } = grown(voteWorld(rights.toSpliced(at, 0, wrong).map((rate) => rate / 20))).team.agents();
        expect(shapley![at]).toBeLessThan(0);
        expect(shapley!.indexOf(Math.min(...shapley!))).toBe(at);
      }),
    );
  });

  it('who corrupts every plan and repairs none earns less than nothing', () => {
    fc.assert(
      fc.property(rates, fc.nat(3), (drawn, at) => {
        const hands = drawn.map((rate, hand) =>
          hand === at ? { corrupts: 1, repairs: 0 } : { corrupts: rate / 10, repairs: rate / 2 },
        );
        const { shapley } = grown(repairableErrorWorld(hands)).team.agents();
        expect(shapley![at]).toBeLessThan(-0.01);
      }),
    );
  });
});

function alike(rates: readonly number[]): number[] {
  return [...rates.slice(0, 3), rates[2]!];
}
