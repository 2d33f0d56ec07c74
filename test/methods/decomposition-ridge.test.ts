import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { descend } from '../../methods/decomposition/descend.ts';
import { fitRidge, type Observation } from '../../methods/decomposition/ridge.ts';

/** The penalised normal equations with a constant, by elimination with pivoting. */
function slow(observations: readonly Observation[], features: number, penalty: number): number[] {
  const size = features + 1;
  const rows = Array.from({ length: size }, (_, at) =>
    Array.from({ length: size + 1 }, (_cell, column) => (at === column && at < features ? penalty : 0)),
  );
  for (const { features: on, value } of observations)
    for (const row of [...on, features]) {
      for (const column of [...on, features]) rows[row]![column]! += 1;
      rows[row]![size]! += value;
    }
  for (let pivot = 0; pivot < size; pivot++) {
    const largest = rows.slice(pivot).reduce((a, b) => (Math.abs(b[pivot]!) > Math.abs(a[pivot]!) ? b : a));
    rows.splice(rows.indexOf(largest), 1);
    rows.splice(pivot, 0, largest);
    for (const row of rows)
      if (row !== largest) {
        const factor = row[pivot]! / largest[pivot]!;
        for (let column = pivot; column <= size; column++) row[column]! -= factor * largest[column]!;
      }
  }
  return rows.map((row, at) => row[size]! / row[at]!);
}

describe('fitRidge', () => {
  const observation = fc.record({
    features: fc.subarray([0, 1, 2, 3, 4]),
    value: fc.integer({ min: -5, max: 5 }),
  });

  it('solves the penalised normal equations', () => {
    fc.assert(
      fc.property(
        fc.array(observation, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(0.1, 1, 7),
        (observations, penalty) => {
          const { constant, weights } = fitRidge(observations, 5, penalty);
          const expected = slow(observations, 5, penalty);
          for (const [at, value] of [...weights, constant].entries()) expect(value).toBeCloseTo(expected[at]!, 8);
        },
      ),
    );
  });

  it('gives a constant no weights', () => {
    const { constant, weights } = fitRidge(
      [
        { features: [0], value: 3 },
        { features: [1], value: 3 },
      ],
      2,
      1,
    );
    expect([constant, ...weights]).toEqual([3, 0, 0]);
  });
});

describe('descend', () => {
  const bowl = (point: Float64Array, gradient: Float64Array) => {
    gradient[0] = 2 * (point[0]! - 1);
    gradient[1] = 2 * (point[1]! + 2);
    return (point[0]! - 1) ** 2 + (point[1]! + 2) ** 2;
  };

  it('finds the bottom of a bowl, and its edge where a coordinate may not be negative', () => {
    const free = descend(new Float64Array(2), bowl, { iterations: 2000, rate: 0.05, nonNegative: 2 });
    expect(free.point[0]).toBeCloseTo(1, 3);
    expect(free.point[1]).toBeCloseTo(-2, 3);
    const kept = descend(new Float64Array(2), bowl, { iterations: 2000, rate: 0.05, nonNegative: 1 });
    expect(kept.point[0]).toBeCloseTo(1, 3);
    expect(kept.point[1]).toBe(0);
  });

  it('never returns worse than its start', () => {
    const { point, loss } = descend(Float64Array.of(1, -2), bowl, { iterations: 5, rate: 10, nonNegative: 2 });
    expect([...point, loss]).toEqual([1, -2, 0]);
    const far = descend(Float64Array.of(1.01, -2), bowl, { iterations: 3, rate: 10, nonNegative: 2 });
    expect([...far.point]).toEqual([1.01, -2]);
    expect(far.loss).toBeCloseTo(0.0001, 12);
  });
});
