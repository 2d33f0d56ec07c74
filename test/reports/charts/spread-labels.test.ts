import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadLabels } from '../../../reports/charts/spread-labels.ts';

test('spread labels > labels that have room stay where they want to be', () => {
  expect(spreadLabels([50, 10, 30], 12, 0, 100)).toEqual([50, 10, 30]);
});

test('spread labels > two that collide move apart by the same distance', () => {
  expect(spreadLabels([40, 42], 12, 0, 100)).toEqual([35, 47]);
});

test('spread labels > equal wishes keep the order they came in', () => {
  expect(spreadLabels([50, 50, 50], 10, 0, 100)).toEqual([40, 50, 60]);
});

test('spread labels > nothing leaves the range while it fits, and what does not fit starts at its beginning', () => {
  expect(spreadLabels([99, 100], 10, 0, 100)).toEqual([90, 100]);
  expect(spreadLabels([-5, 1], 10, 0, 100)).toEqual([0, 10]);
  expect(spreadLabels([1, 2, 3], 10, 0, 15)).toEqual([0, 10, 20]);
  expect(spreadLabels([], 10, 0, 15)).toEqual([]);
});

const wishes = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 8 });

test('spread labels > the order is kept and every two are a gap apart', () => {
  fc.assert(
    fc.property(wishes, (wanted) => {
      const places = spreadLabels(wanted, 12, 0, 200);
      const order = wanted.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
      for (const [place, index] of order.slice(1).entries())
        expect(places[index]! - places[order[place]!]!).toBeGreaterThanOrEqual(12 - 1e-9);
      expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...places)).toBeLessThanOrEqual(200 + 1e-9);
    }),
  );
});

test('spread labels > no other places with such gaps are nearer to the wishes', () => {
  fc.assert(
    fc.property(
      wishes,
      fc.array(fc.double({ min: 0, max: 30, noNaN: true }), { minLength: 9, maxLength: 9 }),
      (wanted, moves) => {
        const sorted = wanted.toSorted((a, b) => a - b);
        const cost = (places: readonly number[]) =>
          places.reduce((sum, place, index) => sum + (place - sorted[index]!) ** 2, 0);
        let reached = moves[8]! * 4;
        const rival = sorted.map((_, index) => {
          reached += index === 0 ? 0 : 12 + moves[index]!;
          return reached;
        });
        expect(cost(spreadLabels(sorted, 12, -1000, 1000))).toBeLessThanOrEqual(cost(rival) + 1e-6);
      },
    ),
  );
});
