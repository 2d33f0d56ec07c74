import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diamondWorld } from '../../../tasks/teams/diamond.ts';
import { expectClose, expectNear } from '../games/close.ts';
import { fraction } from '../games/fraction.ts';
import { grown } from './grown.ts';
import { unmerged } from './unmerged.ts';

const known: [said: string, advantages: string[], first: number | null][] = [
  ['1111', ['54/625', '9/500', '0', '1/20'], null],
  ['0000', ['-486/625', '-9/500', '0', '-1/20'], 0],
  ['1000', ['54/625', '-9/125', '-81/100', '-1/20'], 1],
  ['1011', ['54/625', '-9/125', '9/100', '1/20'], null],
  ['0111', ['-486/625', '9/125', '81/100', '1/20'], null],
];

describe('the diamond of flip rates 0.1, 0.2, 0.1, 0.05', () => {
  const world = diamondWorld([0.1, 0.2, 0.1, 0.05]);
  const { team, value, along } = grown(world);

  it('is right with probability 1057/1250, and always without its agents', () => {
    expectClose([value(), team.presence()![0]!], [1057 / 1250, 1]);
  });

  it('blames the parallel relays alike, although their flip rates differ', () => {
    const { shapley, removal } = team.agents();
    expectClose(shapley!, ['-2813/30000', '-81/10000', '-81/10000', '-1333/30000'].map(fraction));
    expectClose(removal!, ['-54/625', '-9/625', '-9/625', '-24/625'].map(fraction));
  });

  it.each(known)('%s has the advantages of the book', (said, advantages, first) => {
    const truth = along([...said]);
    expectClose(truth.advantage!, advantages.map(fraction));
    expect(truth['first-error']).toEqual(
      first === null ? { step: null, reason: 'none' } : { step: first, agent: first },
    );
  });

  it('calls wrong what an author would not say without its own flip', () => {
    const { tree } = grown(unmerged(world));
    const wrongAt = (step: number) => tree.layers[step]!.said.map(({ isWrong }) => Number(isWrong));
    expect(wrongAt(0)).toEqual([1, 0]);
    expect(wrongAt(1)).toEqual([0, 1, 1, 0]);
    expect(wrongAt(2)).toEqual([0, 1, 0, 1, 1, 0, 1, 0]);
    expect(wrongAt(3)).toEqual([0, 1, 0, 1, 0, 1, 1, 0, 0, 1, 1, 0, 1, 0, 1, 0]);
  });
});

describe('a diamond', () => {
  it('is worth what an enumeration of all flips says', () => {
    const flipRate = fc.double({ min: 0, max: 1, noNaN: true });
    const flipRates = fc.constantFrom(2, 4).chain((parallel) => {
      return fc.array(flipRate, { minLength: parallel + 2, maxLength: parallel + 2 });
    });
    fc.assert(
      fc.property(flipRates, (rates) => {
        const presence = grown(diamondWorld(rates)).team.presence()!;
        expectNear(
          presence,
          Array.from(presence, (_, present) => worth(rates, present)),
        );
      }),
      { numRuns: 30 },
    );
  });
});

/** v(S) as a sum over who of the present flips. */
function worth(flipRates: readonly number[], present: number): number {
  const agents = flipRates.length;
  let sum = 0;
  for (let flips = 0; flips < 2 ** agents; flips++) {
    const chances = flipRates.map((rate, agent) => {
      const flipsWith = (present >> agent) & 1 ? rate : 0;
      return (flips >> agent) & 1 ? flipsWith : 1 - flipsWith;
    });
    const isFlipped = (agent: number) => ((flips >> agent) & 1) === 1;
    const first = !isFlipped(0);
    const heard = [first, ...flipRates.slice(1, -1).map((_, relay) => first !== isFlipped(relay + 1))];
    const isMostlyRight = heard.filter(Boolean).length > heard.length / 2;
    if (isMostlyRight !== isFlipped(agents - 1)) sum += chances.reduce((so, chance) => so * chance, 1);
  }
  return sum;
}
