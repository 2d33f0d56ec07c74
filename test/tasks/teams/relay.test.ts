import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathOf } from '../../../tasks/teams/path.ts';
import { relayWorld } from '../../../tasks/teams/relay.ts';
import { relayAdvantages, relayFirstError, relayPresence, relayValue } from '../../../tasks/teams/relay-closed-form.ts';
import { expectClose, expectNear } from '../games/close.ts';
import { fraction } from '../games/fraction.ts';
import { grown } from './grown.ts';
import { unmerged } from './unmerged.ts';

const known: [flips: number[], outcome: number, advantages: string[], realised: string[], first: number | null][] = [
  [[0, 0, 0], 1, ['27/500', '9/50', '1/20'], ['9/500', '27/250', '79/500'], null],
  [[0, 1, 0], 0, ['27/500', '-18/25', '-1/20'], ['9/500', '-171/500', '-49/125'], 1],
  [[1, 0, 0], 0, ['-243/500', '-9/50', '-1/20'], ['-81/500', '-63/250', '-151/500'], 0],
  [[0, 0, 1], 0, ['27/500', '9/50', '-19/20'], ['9/500', '27/250', '-421/500'], 2],
  [[1, 1, 0], 1, ['-243/500', '18/25', '1/20'], ['-81/500', '99/500', '31/125'], null],
  [[1, 1, 1], 0, ['-243/500', '18/25', '-19/20'], ['-81/500', '99/500', '-94/125'], 0],
];

describe('the relay of flip rates 0.1, 0.2, 0.05', () => {
  const { tree, team, value, along } = grown(relayWorld([0.1, 0.2, 0.05]));

  it('passes the bit on with probability 179/250', () => {
    expectClose([value()], [179 / 250]);
  });

  it.each(known)(
    'flips %j come out as %d with the credits of the book',
    (flips, outcome, advantages, realised, first) => {
      const truth = along(bitsAfter(flips.map(Boolean)));
      expect(Number(bitsAfter(flips.map(Boolean)).at(-1))).toBe(outcome);
      expectClose(truth.advantage!, advantages.map(fraction));
      expectClose(truth.realised!, realised.map(fraction));
      expect(truth['first-error']).toEqual(
        first === null ? { step: null, reason: 'none' } : { step: first, agent: first },
      );
    },
  );

  it('calls every flip an error and no copy, also after a wrong bit', () => {
    expect(tree.layers[1]!.said.map(({ id, isWrong }) => [id, isWrong])).toEqual([
      ['0', false],
      ['1', true],
      ['0', true],
      ['1', false],
    ]);
  });

  it('redistributes Q_t − Q_{t−1} as the advantages, with V(h₁) booked on the first message', () => {
    const [, first, second, third] = team.along(pathOf(tree, ['1', '1', '1'])).values;
    expectClose([first!, second! - first!, third! - second!], [77 / 100, 9 / 50, 1 / 20]);
  });
});

describe('the closed form of a relay', () => {
  it('agrees with enumeration on values, presence, advantages and first errors', () => {
    fc.assert(
      fc.property(chain(6), ({ flipRates, flips }) => {
        const { team, value, along, tree } = grown(unmerged(relayWorld(flipRates)));
        expectNear([relayValue(flipRates, 0, true)], [value()]);
        for (const [step, { said }] of tree.layers.entries()) {
          const expected = said.map(({ id }) => relayValue(flipRates, step + 1, id === '1'));
          expectNear(team.values()[step + 1]!, expected);
        }
        for (const [mask, worth] of team.presence()!.entries()) {
          const members = [...flipRates.keys()].filter((agent) => (mask >> agent) & 1);
          expectNear([relayPresence(flipRates, members)], [worth]);
        }
        const truth = along(bitsAfter(flips));
        expectNear(relayAdvantages(flipRates, flips), truth.advantage!);
        expect(truth['first-error']!.step).toBe(relayFirstError(flips));
      }),
    );
  });

  it('blames the first flip whose repair, all other flips kept, lets the right bit through', () => {
    fc.assert(
      fc.property(chain(64), ({ flips }) => {
        const repaired = (step: number) => bitsAfter(flips.map((isFlip, other) => isFlip && other !== step));
        const isSuccess = bitsAfter(flips).at(-1) === '1';
        const decisive = [...flips.keys()].filter((step) => repaired(step).at(-1) === '1');
        expect(relayFirstError(flips)).toBe(isSuccess ? null : (decisive[0] ?? null));
      }),
    );
  });

  it('conserves: the advantages of 64 agents add up to s(τ) − V(h₁)', () => {
    fc.assert(
      fc.property(chain(64), ({ flipRates, flips }) => {
        const sum = relayAdvantages(flipRates, flips).reduce((total, advantage) => total + advantage, 0);
        expectNear([sum], [Number(bitsAfter(flips).at(-1)) - relayValue(flipRates, 0, true)]);
      }),
    );
  });
});

/** What each agent says when the source says 1. */
function bitsAfter(flips: readonly boolean[]): string[] {
  let bit = '1';
  return flips.map((isFlip) => {
    if (isFlip) bit = bit === '1' ? '0' : '1';
    return bit;
  });
}

function chain(longest: number): fc.Arbitrary<{ flipRates: number[]; flips: boolean[] }> {
  return fc
    .array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), { minLength: 1, maxLength: longest })
    .map((links) => ({ flipRates: links.map(([rate]) => rate), flips: links.map(([, isFlip]) => isFlip) }));
}
