import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlan, sayPlan } from '../../../tasks/language/plan-text.ts';
import type { Plan } from '../../../tasks/language/problem.ts';

const operations = ['add', 'subtract', 'multiply'] as const;

describe('a plan', () => {
  it.each(operations.flatMap((first) => operations.map((second) => [first, second] as const)))(
    'to %s, then %s is understood as it was meant',
    (...both) => {
      fc.assert(
        fc.property(fc.tuple(fc.nat(), fc.nat(), fc.nat()), (numbers) => {
          const plan: Plan = { numbers, operations: both };
          expect(readPlan(sayPlan(plan))).toEqual(plan);
        }),
      );
    },
  );

  it('reads as English', () => {
    expect(sayPlan({ numbers: [7, 3, 2], operations: ['subtract', 'multiply'] })).toBe(
      'First subtract 3 from 7, then multiply the result by 2.',
    );
    expect(sayPlan({ numbers: [7, 3, 2], operations: ['multiply', 'add'] })).toBe(
      'First multiply 7 by 3, then add 2 to the result.',
    );
  });

  it.each([
    'Read the question again and work through the numbers with care.',
    '(the reasoner is absent)',
    'First add 3 to 7.',
    'First add 3 to 7, then divide the result by 2.',
    'First add 3 to the result, then add 2 to the result.',
    'First add 3 to 7, then add 2 to 9.',
    'First add three to 7, then add 2 to the result.',
    '',
  ])('is not in the words "%s"', (text) => {
    expect(readPlan(text)).toBeUndefined();
  });
});
