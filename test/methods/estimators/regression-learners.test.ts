import { describe, expect, it } from 'vitest';
import { allCoalitions, copyRow, emptyCoalitions } from '../../../harness/coalitions.ts';
import { randomOf, shuffle } from '../../../harness/random.ts';
import { shapleyOfTable } from '../../../harness/table-values.ts';
import { gaussLegendre } from '../../../methods/shapley/regression/gauss-legendre.ts';
import type { Lesson } from '../../../methods/shapley/regression/learner.ts';
import { learnersFor } from '../../../methods/shapley/regression/learners.ts';
import { leastSquareMix } from '../../../methods/shapley/regression/least-square-mix.ts';
import { linearBySize } from '../../../methods/shapley/regression/linear-by-size.ts';
import { logisticValue } from '../../../methods/shapley/regression/logistic-value.ts';
import { rowsOf } from '../../../methods/shapley/regression/rows.ts';

/** All 2ⁿ coalitions as ∅, N and pairs, with the bit mask of each row. */
function lessonOn(agents: number, worth: (mask: number) => number): Lesson & { readonly masks: readonly number[] } {
  const grand = 2 ** agents - 1;
  const masks = [0, grand];
  for (let mask = 1; mask < 2 ** (agents - 1); mask++) masks.push(mask, grand ^ mask);
  const coalitions = emptyCoalitions(agents, masks.length);
  for (const [row, mask] of masks.entries()) copyRow(allCoalitions(agents), mask, coalitions, row);
  const values = Float64Array.from(masks, (mask) => worth(mask) - worth(0));
  return { rows: rowsOf(coalitions), values, isPaired: true, masks };
}

const random = randomOf('learners');
const noise = (mask: number) => random.stream(mask).float() + 0.3 * (mask & 1);
const agents = 7;
const lesson = lessonOn(agents, noise);
const pairs = shuffle(
  random,
  Int32Array.from({ length: 50 }, (_, pair) => 2 + 2 * pair),
).subarray(0, 40);
const training = Int32Array.of(0, 1, ...[...pairs].flatMap((row) => [row, row + 1]));

describe.each([...Object.entries(learnersFor(agents, 63, true)), ['plain linear', linearBySize(1)] as const])(
  'the Shapley value of a fit by %s',
  (name, learner) => {
    const { values, shapley } = learner(lesson, training, randomOf('fit'));

    it('is that of the table of its values', () => {
      const table = new Float64Array(2 ** agents);
      for (const [row, mask] of lesson.masks.entries()) table[mask] = values[row]!;
      const truth = shapleyOfTable(table);
      for (const [agent, value] of truth.entries()) expect(shapley[agent], `agent ${agent}`).toBeCloseTo(value, 9);
      expect(Math.hypot(...truth)).toBeGreaterThan(0.05);
    });

    it('does not depend on coalitions that it may not see', () => {
      const seen = new Set(training);
      const hidden = lesson.values.map((value, row) => (seen.has(row) ? value : 1e3 * row));
      expect(learner({ ...lesson, values: hidden }, training, randomOf('fit')).shapley).toEqual(shapley);
    });

    it(`follows what it has seen (${name})`, () => {
      const odd = (list: Float64Array, row: number) => list[row]! - list[row + 1]!;
      let [left, before] = [0, 0];
      for (const row of pairs) {
        left += (odd(lesson.values, row) - odd(values, row)) ** 2;
        before += odd(lesson.values, row) ** 2;
      }
      expect(left).toBeLessThan(0.95 * before);
    });
  },
);

describe('the Shapley value of a logistic function', () => {
  it.each([
    [0.3, [1, -2, 0.5, 3]],
    [-4, [2, 2, 2, 2, 2]],
    [-40, [30, 25, 20, 0, -10, 14]],
    [0, [0]],
  ])('with intercept %d and slopes %j is that of its table', (intercept, slopes) => {
    const table = Float64Array.from({ length: 2 ** slopes.length }, (_, mask) => {
      const sum = slopes.reduce((total, slope, agent) => total + ((mask >> agent) & 1) * slope, intercept);
      return 1 / (1 + Math.exp(-sum));
    });
    const found = logisticValue(intercept, Float64Array.from(slopes));
    for (const [agent, value] of shapleyOfTable(table).entries()) expect(found[agent]).toBeCloseTo(value, 9);
  });
});

describe('Gauss–Legendre nodes', () => {
  it.each([1, 2, 5, 15, 60])('%i of them integrate every power up to twice as many', (count) => {
    const { nodes, weights } = gaussLegendre(count);
    for (let power = 0; power < 2 * count; power++) {
      const sum = nodes.reduce((total, node, at) => total + weights[at]! * node ** power, 0);
      expect(sum).toBeCloseTo(1 / (power + 1), 12);
    }
  });
});

describe('the least-square mix', () => {
  it('is no worse than any on a grid, and a share', () => {
    for (let draw = 0; draw < 30; draw++) {
      const stream = random.stream('mix', draw);
      const factors = Array.from({ length: 9 }, () => stream.float() - 0.3);
      const loss = Float64Array.from({ length: 9 }, (_, at) =>
        [0, 1, 2].reduce((sum, k) => sum + factors[3 * Math.floor(at / 3) + k]! * factors[3 * (at % 3) + k]!, 0),
      );
      const lossAt = (shares: ArrayLike<number>) =>
        loss.reduce((sum, one, at) => sum + one * shares[Math.floor(at / 3)]! * shares[at % 3]!, 0);
      const shares = leastSquareMix(loss, 3);
      expect(shares.every((share) => share >= 0)).toBe(true);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      for (let a = 0; a <= 20; a++)
        for (let b = 0; a + b <= 20; b++)
          expect(lossAt(shares)).toBeLessThanOrEqual(lossAt([a / 20, b / 20, 1 - (a + b) / 20]) + 1e-12);
    }
  });

  it('takes the one that errs nowhere', () => {
    expect([...leastSquareMix(Float64Array.of(4, 0, 0, 0), 2)]).toEqual([0, 1]);
  });
});
