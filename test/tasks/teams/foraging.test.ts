import fc from 'fast-check';
import { describe, it } from 'vitest';
import { foragingWorld } from '../../../tasks/teams/foraging.ts';
import { expectClose, expectNear } from '../games/close.ts';
import { fraction } from '../games/fraction.ts';
import { oracles } from '../games/oracles.ts';
import { grown } from './grown.ts';

const known = [
  ['lbf_1_2_food3', [1, 2], 3],
  ['lbf_1_1_2_food2', [1, 1, 2], 2],
  ['lbf_2_2_1_food4', [2, 2, 1], 4],
] as const;

describe('foraging', () => {
  it.each(known)('%s is reproduced by agents that always load', (name, levels, food) => {
    const oracle = oracles[name];
    const { team, value } = grown(
      foragingWorld(
        levels.map((level) => ({ level, eagerness: 1 })),
        food,
      ),
    );
    const { shapley, banzhaf, removal } = team.agents();
    expectClose([team.presence()![0]!, value()], [fraction(oracle.empty), fraction(oracle.grand)]);
    expectClose(shapley!, oracle.shapley.map(fraction));
    expectClose(banzhaf!, oracle.banzhaf.map(fraction));
    expectClose(removal!, oracle.removal.map(fraction));
  });

  it('is the multilinear extension of its voting game at the eagerness of the foragers', () => {
    const forager = fc.record({
      level: fc.integer({ min: 0, max: 4 }),
      eagerness: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(forager, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 12 }),
        (foragers, food) => {
          const chanceFrom = (agent: number, mask: number, missing: number): number => {
            if (agent === foragers.length) return missing <= 0 ? 1 : 0;
            const { level, eagerness } = foragers[agent]!;
            const waits = chanceFrom(agent + 1, mask, missing);
            if (((mask >> agent) & 1) === 0) return waits;
            return (1 - eagerness) * waits + eagerness * chanceFrom(agent + 1, mask, missing - level);
          };
          const presence = grown(foragingWorld(foragers, food)).team.presence()!;
          expectNear(
            presence,
            Array.from(presence, (_, mask) => chanceFrom(0, mask, food)),
          );
        },
      ),
    );
  });
});
