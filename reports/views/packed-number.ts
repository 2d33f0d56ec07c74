/** Every letter of ASCII that JSON and HTML leave as it is; the last one begins a number of four letters. */
const letters = "!#$%&'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~ ";

const base = letters.length;

/** What stands for no number: the last two letters that do not begin with the last one. */
const none = base * (base - 1) - 1;

/**
 * A number as it is printed, three significant digits: its mantissa, exponent and sign in two letters from 0.001 to below 10,
 * else in four; 0 is twice the first letter. Undone by `packed-number.js`. @throws RangeError from 10³⁰⁸ on
 */
export function packedNumber(value: number | null): string {
  if (value === null) return twoLetters(none);
  if (Math.abs(value) < 1e-12) return twoLetters(0);
  const [digits = '', power = ''] = Math.abs(value).toExponential(2).split('e');
  const mantissa = Number(digits.replace('.', ''));
  const exponent = Number(power);
  if (!Number.isFinite(mantissa) || exponent < -12 || exponent > 307)
    throw new RangeError(`no packed number: ${value}`);
  const code = (least: number) => 1 + 2 * (900 * (exponent - least) + mantissa - 100) + (value < 0 ? 1 : 0);
  if (exponent >= -3 && exponent <= 0) return twoLetters(code(-3));
  const long = code(-12);
  return `${letters[base - 1]}${letters[Math.floor(long / base ** 2)]}${twoLetters(long % base ** 2)}`;
}

function twoLetters(code: number): string {
  return `${letters[Math.floor(code / base)]}${letters[code % base]}`;
}
