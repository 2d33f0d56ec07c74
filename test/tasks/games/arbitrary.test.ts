import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryGame } from '../../../tasks/games/arbitrary.ts';
import { parseGame } from '../../../tasks/games/file.ts';

describe('an arbitrary game', () => {
  it('is a valid file of at most four agents', () => {
    fc.assert(
      fc.property(arbitraryGame(), (file) => {
        const { agents } = parseGame(file, 'game.json');
        expect(agents).toEqual(['a', 'b', 'c', 'd'].slice(0, agents.length));
      }),
    );
  });

  it('often has a null player, and often two agents of the same value', () => {
    const games = fc.sample(arbitraryGame(), { numRuns: 300, seed: 7 }).map((file) => parseGame(file, 'game.json'));
    const values = games.map((game) => [...game.shapley()]).filter((shapley) => shapley.length > 1);
    const withNull = values.filter((shapley) => shapley.includes(0) && shapley.some((value) => value !== 0));
    const withTwins = values.filter((shapley) =>
      shapley.some((value, i) => value !== 0 && shapley.includes(value, i + 1)),
    );
    expect(withNull.length).toBeGreaterThan(60);
    expect(withTwins.length).toBeGreaterThan(60);
  });

  it('shrinks to the smallest game that fails', () => {
    const failure = fc.check(
      fc.property(arbitraryGame(), (file) => {
        return parseGame(file, 'game.json')
          .shapley()
          .every((value) => value >= 0);
      }),
      { seed: 1 },
    );
    expect(failure.counterexample).toEqual([
      {
        kind: 'game',
        agents: ['a'],
        form: 'unanimity',
        constant: 0,
        terms: [{ members: ['a'], coefficient: -1 }],
      },
    ]);
  });
});
