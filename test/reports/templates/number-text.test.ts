import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberText } from '../../../reports/number-text.ts';
import { signedText } from '../../../reports/signals/message-view.ts';
import { loadScripts } from './load-scripts.ts';

type Texts = { readonly numberText: typeof numberText; readonly signedText: typeof signedText };
const script = loadScripts<Texts>(['number-text.js'], ['numberText', 'signedText']);

test("script > prints every number as the page's own rule does", () => {
  const numbers = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.integer({ min: -2000, max: 2000 }).map((thousandths) => thousandths / 1000),
  );
  fc.assert(
    fc.property(numbers, (number) => {
      expect(script.numberText(number)).toBe(numberText(number));
      expect(script.signedText(number)).toBe(signedText(number));
    }),
    { numRuns: 3000 },
  );
});

test.each([0, -0, 1e-12, 9.99e-13, 0.0625, 0.1235, 99.95, 999.5, 99999.5, 999999.5, 1e-4, 9.995e-5, -1e21])(
  'script > prints %d as the rule does',
  (number) => {
    expect(script.numberText(number)).toBe(numberText(number));
  },
);
