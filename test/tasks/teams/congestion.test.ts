import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { congestionWorld, guestWorth, nightWorth } from '../../../tasks/teams/congestion.ts';
import { pathOf } from '../../../tasks/teams/path.ts';
import { expectNear } from '../games/close.ts';
import { grown } from './grown.ts';

const book = [
  [5, 0.119323],
  [6, 0.034286],
  [7, -0.027454],
  [12, -0.134654],
] as const;

describe('one more guest of a night for six', () => {
  it.each(book)('among %i is worth %f', (attendance, difference) => {
    expect(guestWorth(attendance, 6)).toBeCloseTo(difference, 6);
    const everybody = congestionWorld(new Array(attendance).fill([1]), 6);
    const { removal } = grown(everybody).team.agents();
    expectNear(removal!, new Array(attendance).fill(guestWorth(attendance, 6)));
  });

  it('turns from a gain into a loss between six and seven', () => {
    expect(guestWorth(6, 6)).toBeGreaterThan(0);
    expect(guestWorth(7, 6)).toBeLessThan(0);
    expect(nightWorth(6, 6)).toBeCloseTo(6 / Math.E, 12);
  });
});

const chance = fc.double({ min: 0, max: 1, noNaN: true });

describe('a bar with two nights', () => {
  it('is worth the sum over who goes when, for every coalition', () => {
    fc.assert(
      fc.property(
        fc.array(chance, { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0.5, max: 6, noNaN: true }),
        (first, capacity) => {
          const presence = grown(
            congestionWorld(
              first.map((rate) => [rate, 1 - rate]),
              capacity,
            ),
          ).team.presence()!;
          expectNear(
            presence,
            Array.from(presence, (_, mask) => {
              const present = first.filter((_, patron) => (mask >> patron) & 1);
              return [present, present.map((rate) => 1 - rate)].reduce(
                (sum, rates) => sum + expectedWorth(rates, capacity),
                0,
              );
            }),
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  it('gives equal patrons equal credit', () => {
    const { shapley } = grown(
      congestionWorld(
        [
          [0.3, 0.7],
          [0.9, 0.1],
          [0.3, 0.7],
        ],
        2,
      ),
    ).team.agents();
    expectNear([shapley![0]!], [shapley![2]!]);
    expect(Math.abs(shapley![0]! - shapley![1]!)).toBeGreaterThan(1e-3);
  });

  it('does not tell a patron what the others chose', () => {
    const { tree } = grown(
      congestionWorld(
        [
          [0.3, 0.7],
          [0.9, 0.1],
        ],
        2,
      ),
    );
    expect(tree.layers[1]!.policy).toEqual([0.9, 0.1, 0, 0.9, 0.1, 0, 0.9, 0.1, 0]);
  });
});

it('a crowd of forty has its truth, for attendances are the state', () => {
  const patrons = Array.from({ length: 40 }, (_, patron) => [(1 + (patron % 9)) / 10, 1 - (1 + (patron % 9)) / 10]);
  const { tree, value, along } = grown(congestionWorld(patrons, 6));
  const expected = [0, 1].reduce(
    (sum, night) =>
      sum +
      expectedWorth(
        patrons.map((policy) => policy[night]!),
        6,
      ),
    0,
  );
  expectNear([value()], [expected]);
  expect(tree.isWhole).toBe(true);
  const said = patrons.map((_, patron) => `night-${patron % 2}`);
  expect(pathOf(tree, said)).toHaveLength(40);
  const total = along(said).advantage!.reduce((sum, advantage) => sum + advantage, 0);
  expectNear([total], [2 * nightWorth(20, 6) - expected]);
});

/** E[x e^{−x/b}] of the number x of those who go, by convolution. */
function expectedWorth(rates: readonly number[], capacity: number): number {
  let chances = [1];
  for (const rate of rates)
    chances = Array.from({ length: chances.length + 1 }, (_, guests) => {
      return (chances[guests] ?? 0) * (1 - rate) + (chances[guests - 1] ?? 0) * rate;
    });
  return chances.reduce((sum, probability, guests) => sum + probability * guests * Math.exp(-guests / capacity), 0);
}
