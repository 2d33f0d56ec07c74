import { expect, test } from 'vitest';
import { budgetText, countText, intervalText, numberText, plural } from '../../reports/number-text.ts';

test.each([
  [0, '0'],
  [-0, '0'],
  [1e-13, '0'],
  [-9e-13, '0'],
  [1, '1.00'],
  [0.5, '0.500'],
  [-0.25, '−0.250'],
  [0.123456, '0.123'],
  [0.9996, '1.00'],
  [0.99949, '0.999'],
  [12.345, '12.3'],
  [123.456, '123'],
  [999.6, '1000'],
  [12345.678, '12300'],
  [0.000123456, '0.000123'],
  [0.0000123456, '1.23e−5'],
  [1234567, '1.23e6'],
  [-1.5e-9, '−1.50e−9'],
])('number text > %d is %s', (value, text) => {
  expect(numberText(value)).toBe(text);
});

test('number text > agrees with the value to three significant digits', () => {
  for (let exponent = -11; exponent < 12; exponent++)
    for (const mantissa of [1, 1.0049, 2.3456, 9.994, 9.996, -7.7777]) {
      const value = mantissa * 10 ** exponent;
      expect(Number(numberText(value).replaceAll('−', '-'))).toBe(Number(value.toPrecision(3)));
    }
});

test('interval text > is null where one instance gives none', () => {
  expect(intervalText({ low: -0.1, high: 0.25 })).toBe('[−0.100, 0.250]');
  expect(intervalText({ low: null, high: null })).toBeNull();
});

test('count text > keeps every digit before the point', () => {
  expect(countText(1023.44)).toBe('1,023.4');
  expect(countText(64)).toBe('64');
  expect(plural(1, 'cell')).toBe('1 cell');
  expect(plural(0, 'cell')).toBe('0 cells');
  expect(budgetText(null)).toBe('no limit');
  expect(budgetText(1)).toBe('1 evaluator call');
});
