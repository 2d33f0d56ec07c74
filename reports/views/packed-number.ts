/** Every letter of ASCII that JSON and HTML leave as it is. */
const letters = "!#$%&'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~ ";

/** What stands for no number. */
const none = letters.length ** 3 - 1;

/**
 * A number as it is printed, three significant digits, in three letters: its mantissa, exponent and sign, where 0 is all of
 * the first letter; null is all of the last. Undone by `score-tables.js`. @throws RangeError from 10³⁰⁸ on
 */
export function packedNumber(value: number | null): string {
  if (value === null) return threeLetters(none);
  if (Math.abs(value) < 1e-12) return threeLetters(0);
  const [digits = '', power = ''] = Math.abs(value).toExponential(2).split('e');
  const mantissa = Number(digits.replace('.', ''));
  const exponent = Number(power);
  if (!Number.isFinite(mantissa) || exponent < -12 || exponent > 307)
    throw new RangeError(`no packed number: ${value}`);
  return threeLetters(1 + 2 * (900 * (exponent + 12) + mantissa - 100) + (value < 0 ? 1 : 0));
}

function threeLetters(code: number): string {
  const base = letters.length;
  return [Math.floor(code / base ** 2), Math.floor(code / base) % base, code % base]
    .map((place) => letters[place])
    .join('');
}
