import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { additiveStart } from '../../methods/decomposition/additive-start.ts';
import { fitDuelingMixer } from '../../methods/decomposition/dueling-mixer.ts';
import { fitInteractions } from '../../methods/decomposition/interaction-model.ts';
import { jointTable, meanSquaredError } from '../../methods/decomposition/joint-table.ts';
import { fitMonotoneMixer } from '../../methods/decomposition/monotone-mixer.ts';
import { everyPair, matrixGames, type Payoffs, textOf } from './matrix-episodes.ts';

const noPrior = 1e-9;

/** Predictions of the three fits for a pair of actions, and their mean squared error over all pairs. */
function fits(payoffs: Payoffs, iterations = 2000) {
  const start = additiveStart(everyPair(payoffs), noPrior);
  const { table, centre, scale } = start;
  const monotone = fitMonotoneMixer(start, iterations);
  const dueling = fitDuelingMixer(start, iterations);
  const predict = {
    vdn: (on: readonly number[]) => on.reduce((sum, feature) => sum + start.utilities[feature]!, start.constant),
    qmix: (on: readonly number[]) => monotone.mix(on.map((feature) => monotone.utilities[feature]!)),
    qplex: (on: readonly number[]) => dueling.regrets(on).reduce((sum, regret) => sum + regret, dueling.value),
  };
  const at = (kind: keyof typeof predict, on: readonly number[]) => centre + scale * predict[kind](on);
  return {
    error: (kind: keyof typeof predict) => meanSquaredError(table, (on) => at(kind, on)),
    matrix: (kind: keyof typeof predict) =>
      payoffs.map((row, first) =>
        row.map((_, second) => at(kind, [table.featureOf(0, textOf(first))!, table.featureOf(1, textOf(second))!])),
      ),
    monotone,
    dueling,
    table,
  };
}

const argmax = (matrix: Payoffs) => {
  const top = Math.max(...matrix.flat()) - 1e-6;
  return matrix.flatMap((row, first) => row.flatMap((value, second) => (value >= top ? [[first, second]] : [])));
};
const payoffsOf = (name: string) => matrixGames.find(([one]) => one === name)![1];

describe('the additive fit', () => {
  it.each(matrixGames)('of %s has the mean squared error of the book', (_name, payoffs, { vdn }) => {
    expect(fits(payoffs, 1).error('vdn')).toBeCloseTo(vdn, 6);
  });

  it.each([
    ['climbing', [[2, 2]]],
    ['penalty of −100', [[1, 1]]],
    ['penalty of −10', [[1, 1]]],
    ['2B', [[1, 1]]],
    [
      'qtran',
      [
        [1, 1],
        [1, 2],
        [2, 1],
        [2, 2],
      ],
    ],
  ] as const)('of %s is highest at %j', (name, best) => {
    expect(argmax(fits(payoffsOf(name), 1).matrix('vdn'))).toEqual(best);
  });

  it.each([
    [
      '2B',
      [
        [-3 / 2, 5 / 2],
        [5 / 2, 13 / 2],
      ],
    ],
    [
      'or',
      [
        [1 / 4, 3 / 4],
        [3 / 4, 5 / 4],
      ],
    ],
  ] as const)('of %s is %j', (name, expected) => {
    const found = fits(payoffsOf(name), 1).matrix('vdn');
    for (const [first, row] of expected.entries())
      for (const [second, value] of row.entries()) expect(found[first]![second]).toBeCloseTo(value, 6);
  });
});

describe('the monotone mixer', () => {
  it.each(matrixGames)(
    'fits %s no better than the best monotone matrix and no worse than a sum',
    (name, payoffs, book) => {
      const error = fits(payoffs).error('qmix');
      expect(error, name).toBeGreaterThan(book.monotone - 1e-3);
      expect(error, name).toBeLessThan(book.vdn + 1e-6);
    },
  );

  it('fits AND and 2B, and cannot say OR better than a sum: 1/16', () => {
    expect(fits(payoffsOf('and')).error('qmix')).toBeLessThan(1e-4);
    expect(fits(payoffsOf('2B')).error('qmix')).toBeLessThan(1e-3);
    expect(fits(payoffsOf('or')).error('qmix')).toBeCloseTo(1 / 16, 6);
  });

  it('ends on qtran where gradient fits of the class end, at 320/9', () => {
    expect(fits(payoffsOf('qtran')).error('qmix')).toBeCloseTo(320 / 9, 1);
  });

  const input = fc.double({ min: -4, max: 4, noNaN: true });
  const pair = fc.tuple(input, input);

  it.each(matrixGames)('is monotone and supermodular in its utilities: %s', (_name, payoffs) => {
    const { mix, slopes } = fits(payoffs, 200).monotone;
    fc.assert(
      fc.property(pair, pair, (one, other) => {
        const above = one.map((value, step) => Math.max(value, other[step]!));
        const below = one.map((value, step) => Math.min(value, other[step]!));
        expect(mix(above) + mix(below)).toBeGreaterThanOrEqual(mix(one) + mix(other) - 1e-9);
        expect(mix(above)).toBeGreaterThanOrEqual(mix(one) - 1e-9);
        for (const [step, slope] of slopes(one).entries()) {
          const moved = (by: number) => mix(one.map((value, at) => (at === step ? value + by : value)));
          // ELU is smooth but for its second derivative, so central differences are right to O(10⁻⁵).
          expect(slope).toBeCloseTo((moved(1e-5) - moved(-1e-5)) / 2e-5, 3);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('the dueling mixer', () => {
  it.each(matrixGames)(
    'fits %s no worse than a sum, with regrets of at most 0 and of 0 at its best pair',
    (_n, payoffs, book) => {
      const { error, dueling, table, matrix } = fits(payoffs, 300);
      expect(error('qplex')).toBeLessThan(book.vdn + 1e-6);
      const regrets = table.rows.map(({ on }) => [...dueling.regrets(on)]);
      expect(regrets.flat().every((regret) => regret <= 0)).toBe(true);
      const best = argmax(matrix('qplex'))[0]!;
      const on = best.map((action, step) => table.featureOf(step, textOf(action))!);
      expect([...dueling.regrets(on)].every((regret) => Math.abs(regret) < 1e-6)).toBe(true);
    },
  );

  it('comes near the best that a table highest at the pair (1, 1) can do on climbing: 8/9', () => {
    const error = fits(payoffsOf('climbing'), 3000).error('qplex');
    expect(error).toBeGreaterThan(8 / 9);
    expect(error).toBeLessThan(1.2);
  });

  it('gives no regret to a message that no episode said where all others are worse than that', () => {
    const start = additiveStart(everyPair(payoffsOf('or')), noPrior);
    const lowered = { ...start, utilities: start.utilities.map((utility) => utility - 9) };
    const { regrets } = fitDuelingMixer(lowered, 1);
    expect([...regrets([undefined, undefined])]).toEqual([0, 0]);
    expect(fitDuelingMixer(start, 1).regrets([undefined, undefined])[0]).toBeLessThan(-0.1);
  });

  it('says OR, which no monotone mixer can', () => {
    expect(fits(payoffsOf('or')).error('qplex')).toBeLessThan(1e-3);
  });
});

describe('jointTable', () => {
  it('merges equal joint actions and refuses episodes of unequal length', () => {
    const [one, two] = everyPair([[1, 2]]);
    const { rows } = jointTable([one!, two!, { ...one!, outcome: 4 }]);
    expect(rows.map(({ share, value }) => [share, value])).toEqual([
      [2 / 3, 2.5],
      [1 / 3, 2],
    ]);
    expect(() => jointTable([one!, { messages: [], outcome: 0 }])).toThrow('training episodes have 2 and 0 messages');
  });
});

describe('fitInteractions', () => {
  it('of order 2 fits every matrix exactly, and values what it never saw at nothing', () => {
    for (const [, payoffs] of matrixGames) {
      const { value } = fitInteractions(everyPair(payoffs), 2, noPrior);
      for (const [first, row] of payoffs.entries())
        for (const [second, payoff] of row.entries())
          expect(value([textOf(first), textOf(second)])).toBeCloseTo(payoff, 4);
    }
    const { own, pair, constant, value } = fitInteractions(everyPair([[1, 2]]), 2, 1);
    expect([own(0, 'x'), pair(0, 'x', 1, 'y'), value(['x', 'y'])]).toEqual([0, 0, constant]);
  });
});
