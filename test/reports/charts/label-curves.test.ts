import { expect, test } from 'vitest';
import { characterWidth, textSize } from '../../../reports/charts/config.ts';
import { type Curve, labelCurves } from '../../../reports/charts/label-curves.ts';

const straight = (text: string, from: number, to: number): Curve => ({
  text,
  points: [
    { x: 0, y: from },
    { x: 300, y: to },
  ],
});

const boxes = (curves: readonly Curve[], others: readonly Curve[] = []) =>
  labelCurves(curves, others, 300, 200).map(({ x, y }, index) => ({
    left: x,
    right: x + characterWidth * curves[index]!.text.length,
    top: y - textSize / 2,
    bottom: y + textSize / 2,
  }));

test('label curves > a label stands beside its own line, in the middle where nothing is in the way', () => {
  const [box] = boxes([straight('flat', 100, 100)]);
  expect(Math.abs((box!.left + box!.right) / 2 - 150)).toBeLessThan(20);
  expect(Math.min(Math.abs(box!.bottom - 100), Math.abs(box!.top - 100))).toBeLessThan(6);
});

test('label curves > no label covers another or leaves the panel', () => {
  const curves = [10, 14, 18, 190, 195].map((y, index) => straight(`method number ${index}`, 100, y));
  const found = boxes(curves);
  for (const [index, a] of found.entries()) {
    expect(a.left).toBeGreaterThanOrEqual(0);
    expect(a.right).toBeLessThanOrEqual(300);
    expect(a.top).toBeGreaterThanOrEqual(0);
    expect(a.bottom).toBeLessThanOrEqual(200);
    for (const b of found.slice(index + 1))
      expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
  }
});

test('label curves > lines that meet are named where they are apart', () => {
  const fan = [straight('upper', 100, 20), straight('lower', 100, 180)];
  for (const [index, box] of boxes(fan).entries()) {
    const middle = (box.left + box.right) / 2;
    const heightOf = (line: Curve) => line.points[0]!.y + (middle / 300) * (line.points[1]!.y - line.points[0]!.y);
    const distances = fan.map((line) => Math.abs(heightOf(line) - (box.top + box.bottom) / 2));
    expect(distances.indexOf(Math.min(...distances))).toBe(index);
  }
});

test('label curves > what is not labelled is kept clear of as well', () => {
  const [free] = boxes([straight('flat', 100, 100)]);
  const above = free!.bottom < 100;
  const [box] = boxes([straight('flat', 100, 100)], [straight('', above ? 93 : 107, above ? 93 : 107)]);
  expect(box!.bottom < 100).toBe(!above);
});
