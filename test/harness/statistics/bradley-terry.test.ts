import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bradleyTerry } from '../../../harness/statistics/bradley-terry.ts';
import { isUndefined } from '../../../harness/statistics/undefined.ts';
import { defined } from './examples.ts';

const square = fc.integer({ min: 2, max: 6 }).chain((methods) => {
  const row = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: methods, maxLength: methods });
  return fc
    .array(row, { minLength: methods, maxLength: methods })
    .map((rows) => rows.map((wins, one) => wins.map((count, other) => (one === other ? 0 : count / 2))));
});

/** Zermelo's iteration on e^θ: wins over the expected share of all games. */
const slowStrengths = (wins: readonly (readonly number[])[]) => {
  let worth = wins.map(() => 1);
  for (let round = 0; round < 20_000; round++) {
    worth = worth.map((own, one) => {
      const expected = wins.reduce(
        (sum, row, other) => sum + (one === other ? 0 : (wins[one]![other]! + row[one]!) / (own + worth[other]!)),
        0,
      );
      return wins[one]!.reduce((sum, count) => sum + count, 0) / expected;
    });
    const scale = Math.exp(worth.reduce((sum, one) => sum + Math.log(one), 0) / worth.length);
    worth = worth.map((one) => one / scale);
  }
  return worth.map(Math.log);
};

/** Whether every method reaches every other along "beat", by repeated squaring. */
const isConnected = (wins: readonly (readonly number[])[], leads: (one: number, other: number) => boolean) => {
  let reaches = wins.map((_, one) => wins.map((_, other) => one === other || leads(one, other)));
  for (let round = 0; round < 4; round++)
    reaches = reaches.map((row) => wins.map((_, other) => row.some((isOn, via) => isOn && reaches[via]![other]!)));
  return reaches.flat().every(Boolean);
};

describe('bradleyTerry', () => {
  it('gives the worked strengths W37 and W38', () => {
    const { strengths, standardErrors, covariance } = defined(
      bradleyTerry([
        [0, 7],
        [3, 0],
      ]),
    );
    expect(strengths[0]! - strengths[1]!).toBeCloseTo(0.8472978604, 10);
    expect(strengths[0]).toBeCloseTo(0.4236489302, 10);
    expect(standardErrors).toEqual([expect.closeTo(0.3450327797, 10), expect.closeTo(0.3450327797, 10)]);
    const variance = covariance[0]![0]! + covariance[1]![1]! - 2 * covariance[0]![1]!;
    expect(Math.sqrt(variance)).toBeCloseTo(Math.sqrt(1 / 7 + 1 / 3), 10);
    expect(
      defined(
        bradleyTerry([
          [0, 4.5],
          [1.5, 0],
        ]),
      ).strengths,
    ).toEqual([expect.closeTo(Math.log(3) / 2, 10), expect.closeTo(-Math.log(3) / 2, 10)]);
  });

  it('says that strengths are separated or disconnected, W39 and W40, unless a ridge holds them', () => {
    expect(
      bradleyTerry([
        [0, 3],
        [0, 0],
      ]),
    ).toEqual({ reason: 'separated: method 0 never lost to method 1' });
    expect(
      defined(
        bradleyTerry(
          [
            [0, 3],
            [0, 0],
          ],
          { ridge: 1 },
        ),
      ).strengths[0],
    ).toBeCloseTo(0.6462698011, 9);
    const apart = [
      [0, 1, 0, 0],
      [1, 0, 0, 0],
      [0, 0, 0, 1],
      [0, 0, 1, 0],
    ];
    expect(bradleyTerry(apart)).toEqual({ reason: 'disconnected: methods 0, 1 never met methods 2, 3' });
    expect(defined(bradleyTerry(apart, { ridge: 0.1 })).strengths).toEqual(new Array(4).fill(expect.closeTo(0, 12)));
  });

  it('agrees with Zermelo’s iteration where every method is reached, and gives a reason elsewhere', () => {
    fc.assert(
      fc.property(square, (wins) => {
        const found = bradleyTerry(wins);
        const beat = (one: number, other: number) => wins[one]![other]! > 0;
        if (isConnected(wins, beat)) {
          const slow = slowStrengths(wins);
          for (const [method, theta] of defined(found).strengths.entries()) expect(theta).toBeCloseTo(slow[method]!, 6);
        } else {
          const isWhole = isConnected(wins, (one, other) => beat(one, other) || beat(other, one));
          expect(isUndefined(found) && found.reason).toMatch(isWhole ? /^separated: / : /^disconnected: /);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('stands where its penalised likelihood is flat, and errs by the inverse of its curvature', () => {
    fc.assert(
      fc.property(square, fc.double({ min: 0.01, max: 5, noNaN: true }), (wins, ridge) => {
        const { strengths, standardErrors } = defined(bradleyTerry(wins, { ridge }));
        const likelihood = (theta: readonly number[]) =>
          wins.reduce(
            (sum, row, i) =>
              sum - row.reduce((part, w, j) => part + w * Math.log1p(Math.exp(theta[j]! - theta[i]!)), 0),
            (-ridge / 2) * theta.reduce((sum, value) => sum + value ** 2, 0),
          );
        for (const [method] of strengths.entries()) {
          const moved = (by: number) => likelihood(strengths.map((value, i) => (i === method ? value + by : value)));
          expect(Math.abs((moved(1e-4) - moved(-1e-4)) / 2e-4)).toBeLessThan(1e-5);
        }
        expect(strengths.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 10);
        if (wins.length > 2) return;
        const share = 1 / (1 + Math.exp(strengths[1]! - strengths[0]!));
        const games = wins[0]![1]! + wins[1]![0]!;
        // Along (1, −1)/√2 the information is 2·games·σ(1 − σ) + ridge; each strength moves by 1/√2 of it.
        expect(standardErrors[0]).toBeCloseTo(Math.sqrt(0.5 / (2 * games * share * (1 - share) + ridge)), 9);
      }),
      { numRuns: 60 },
    );
  });

  it('does not overshoot where wins are lopsided, and follows the order of methods', () => {
    const chain = [
      [0, 1e6, 0],
      [1, 0, 1e6],
      [0, 1, 0],
    ];
    const { strengths } = defined(bradleyTerry(chain));
    for (const [method, expected] of [Math.log(1e6), 0, -Math.log(1e6)].entries())
      expect(strengths[method]).toBeCloseTo(expected, 8);
    // Newton's plain steps end at a singular system on the first of these, and rounding keeps the last ones up on the second.
    for (const wins of [
      [
        [0, 1e6, 0, 0.1],
        [0, 0, 0, 0.1],
        [0, 1e5, 0, 0],
        [0.1, 0, 1e6, 0],
      ],
      [
        [0, 0, 1e6, 0, 1],
        [0, 0, 100, 0, 0.1],
        [0, 0.1, 0, 0.1, 0],
        [0, 0, 100, 0, 1e4],
        [1e5, 0, 0.1, 0, 0],
      ],
    ]) {
      const theta = defined(bradleyTerry(wins)).strengths;
      const lossTo = (one: number, other: number) => 1 / (1 + Math.exp(theta[one]! - theta[other]!));
      for (const [one, row] of wins.entries()) {
        const surprise = row.map((won, other) => won * lossTo(one, other) - wins[other]![one]! * lossTo(other, one));
        expect(surprise.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 10);
      }
    }
    const turned = chain.toReversed().map((row) => row.toReversed());
    expect(defined(bradleyTerry(turned)).strengths[2]).toBeCloseTo(strengths[0]!, 10);
  });

  it('is a reason for nobody to beat, and refuses tables that are none', () => {
    expect([bradleyTerry([]), bradleyTerry([[0]])]).toEqual([{ reason: 'no values' }, { reason: 'one method' }]);
    expect(() => bradleyTerry([[0, 1]])).toThrow('1 rows and 2 columns; expected a square');
    expect(() =>
      bradleyTerry([
        [0, -1],
        [1, 0],
      ]),
    ).toThrow('wins[0][1] is -1');
    expect(() =>
      bradleyTerry([
        [2, 1],
        [1, 0],
      ]),
    ).toThrow('method 0 has 2 wins over itself');
    expect(() =>
      bradleyTerry(
        [
          [0, 1],
          [1, 0],
        ],
        { ridge: -1 },
      ),
    ).toThrow('ridge is -1');
  });
});
