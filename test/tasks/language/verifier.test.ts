import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer, verify } from '../../../tasks/language/verifier.ts';

describe('the answer of a text', () => {
  it.each<[string, number | undefined]>([
    ['The answer is 42.', 42],
    ['The answer is 421.', 421],
    ['The answer is 42', 42],
    ['the ANSWER IS 42, I think', 42],
    ['The answer is -7.', -7],
    ['The answer is 3.5.', 3.5],
    ['The answer is 1,234.', 1234],
    ['The answer is 1,234,567.5, roughly.', 1234567.5],
    ['The answer is 12,34.', undefined],
    ['The answer is 3/4.', undefined],
    ['The answer is 42/7.', undefined],
    ['The answer is 1.2.3.', undefined],
    ['The answer is 5. No: the answer is 6.', 6],
    ['The answer is 6. It was not 5.', 6],
    ['I got 42.', undefined],
    ['The answer is forty-two.', undefined],
    ['The answer is not 42.', undefined],
    ['', undefined],
  ])('%j is %s', (text, answer) => {
    expect(readAnswer(text)).toBe(answer);
  });

  it('is the last of those given, for whatever is said around them', () => {
    const number = fc.oneof(
      fc.integer(),
      fc.integer({ min: -9999, max: 9999 }).map((hundredths) => hundredths / 100),
    );
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 4 }), fc.lorem(), (numbers, noise) => {
        const text = numbers.map((value) => `${noise} the answer is ${value}.`).join(' ');
        expect(readAnswer(`${text} ${noise}`)).toBe(numbers.at(-1));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the verifier', () => {
  it('accepts the exact number and no longer or shorter one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 999 }), (said, answer) => {
        expect(verify(`The answer is ${said}.`, answer)).toBe(said === answer ? 1 : 0);
      }),
      { numRuns: 2000 },
    );
    expect(verify('The answer is 42.', 421)).toBe(0);
    expect(verify('The answer is 421.', 42)).toBe(0);
    expect(verify('The answer is 42.0.', 42)).toBe(1);
    expect(verify('I have no answer.', 42)).toBe(0);
  });
});
