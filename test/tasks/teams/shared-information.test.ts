import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Clue, sharedInformation, sharedInformationWorld } from '../../../tasks/teams/shared-information.ts';
import { expectClose, expectNear } from '../games/close.ts';
import { firstInstances } from './first-instances.ts';
import { grown } from './grown.ts';

describe('shared information', () => {
  it('of weight 2 against four holders of 1 is the additive hidden profile of the book', () => {
    const { team } = grown(sharedInformationWorld(new Array(4).fill({ weight: 1, candour: 1 }), 2));
    const { shapley, banzhaf, removal } = team.agents();
    const bySize = [...team.presence()!].map((worth, mask) => [holdersOf(mask, 4).length, worth]);
    for (const [size, worth] of bySize) expect(worth).toBe(size! > 2 ? 1 : size === 2 ? 0.5 : 0);
    expectClose(shapley!, [0.25, 0.25, 0.25, 0.25]);
    expectClose(banzhaf!, [0.375, 0.375, 0.375, 0.375]);
    expectClose(removal!, [0, 0, 0, 0]);
  });

  it('is worth the chance that what is told outweighs it, counted weight by weight', () => {
    const clue = fc.record({
      weight: fc.integer({ min: 0, max: 4 }),
      candour: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(clue, { minLength: 1, maxLength: 5 }), fc.integer({ min: 0, max: 10 }), (clues, shared) => {
        const presence = grown(sharedInformationWorld(clues, shared)).team.presence()!;
        const expected = Array.from(presence, (_, mask) => {
          return worth(
            holdersOf(mask, clues.length).map((holder) => clues[holder]!),
            shared,
          );
        });
        expectNear(presence, expected);
      }),
    );
  });

  it('can always be outweighed, and never by nobody', () => {
    for (const { episode, truth } of firstInstances(sharedInformation, 50)) {
      const total = truth().shapley!.reduce((sum, share) => sum + share, 0);
      expect(total).toBeGreaterThan(0);
      expect([0, 0.5, 1]).toContain(episode.outcome);
    }
  });
});

/** P(told > shared) + ½ P(told = shared), by convolution. */
function worth(present: readonly Clue[], shared: number): number {
  let chances = new Map([[0, 1]]);
  for (const { weight, candour } of present) {
    const next = new Map<number, number>();
    for (const [told, chance] of chances) {
      next.set(told, (next.get(told) ?? 0) + chance * (1 - candour));
      next.set(told + weight, (next.get(told + weight) ?? 0) + chance * candour);
    }
    chances = next;
  }
  return [...chances].reduce((sum, [told, chance]) => {
    return sum + chance * (told > shared ? 1 : told === shared ? 0.5 : 0);
  }, 0);
}

function holdersOf(mask: number, holders: number): number[] {
  return Array.from({ length: holders }, (_, holder) => holder).filter((holder) => (mask >> holder) & 1);
}
