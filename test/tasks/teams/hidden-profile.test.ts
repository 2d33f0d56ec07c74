import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenProfileWorld, type Member } from '../../../tasks/teams/hidden-profile.ts';
import { expectClose, expectNear } from '../games/close.ts';
import { fraction } from '../games/fraction.ts';
import { oracles } from '../games/oracles.ts';
import { grown } from './grown.ts';
import { unmerged } from './unmerged.ts';

const members = fc.array(fc.record({ hasClue: fc.boolean(), candour: fc.double({ min: 0, max: 1, noNaN: true }) }), {
  minLength: 1,
  maxLength: 6,
});

describe('a hidden profile', () => {
  it.each([2, 3, 4] as const)('of %i clues, all told, is the one of the book', (clues) => {
    const oracle = oracles[`hidden_profile_parity_${clues}`];
    const { team, value } = grown(hiddenProfileWorld(new Array(clues).fill({ hasClue: true, candour: 1 })));
    const { shapley, banzhaf, removal } = team.agents();
    const presence = team.presence()!;
    expectClose([presence[0]!, value()], [fraction(oracle.empty), fraction(oracle.grand)]);
    expectClose(shapley!, oracle.shapley.map(fraction));
    expectClose(banzhaf!, oracle.banzhaf.map(fraction));
    expectClose(removal!, oracle.removal.map(fraction));
  });

  it('divides half the chance that all clues are told equally among their holders', () => {
    fc.assert(
      fc.property(members, (drawn) => {
        const holders = drawn.filter(({ hasClue }) => hasClue);
        fc.pre(holders.length > 0);
        const all = product(holders.map(({ candour }) => candour));
        const { shapley, banzhaf, removal } = grown(hiddenProfileWorld(drawn)).team.agents();
        const among = (share: number) => drawn.map(({ hasClue }) => (hasClue ? share : 0));
        expectNear(shapley!, among(all / (2 * holders.length)));
        expectNear(banzhaf!, among(all / 2 ** holders.length));
        expectNear(removal!, among(all / 2));
      }),
    );
  });

  it('has advantages by who is still to speak, and none after a clue was kept back', () => {
    fc.assert(
      fc.property(members, fc.infiniteStream(fc.boolean()), (drawn, telling) => {
        const said = drawn.map(() => (telling.next().value === true ? 'tell' : 'silent'));
        expectNear(grown(hiddenProfileWorld(drawn)).along(said).advantage!, advantages(drawn, said));
      }),
    );
  });

  it('is worth ½ as soon as one holder is silent, whatever bystanders do', () => {
    const world = hiddenProfileWorld([true, false, true].map((hasClue) => ({ hasClue, candour: 0.8 })));
    const { scores } = grown(unmerged(world)).tree;
    expect([...scores]).toEqual([1, 0.5, 1, 0.5, 0.5, 0.5, 0.5, 0.5]);
  });
});

function advantages(members: readonly Member[], said: readonly string[]): number[] {
  const valueAfter = (steps: number) => {
    const isLost = members.some(({ hasClue }, member) => member < steps && hasClue && said[member] === 'silent');
    const left = members.slice(steps).filter(({ hasClue }) => hasClue);
    return isLost ? 0.5 : 0.5 + 0.5 * product(left.map(({ candour }) => candour));
  };
  return members.map((_, step) => valueAfter(step + 1) - valueAfter(step));
}

function product(factors: readonly number[]): number {
  return factors.reduce((so, factor) => so * factor, 1);
}
