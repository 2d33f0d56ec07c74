// @ts-check

/**
 * As number-text.ts: three significant digits, 0 below 10⁻¹².
 * @param {number} value
 * @returns {string}
 */
function numberText(value) {
  if (Math.abs(value) < 1e-12) return '0';
  const scientific = value.toExponential(2);
  const exponent = Number(scientific.slice(scientific.indexOf('e') + 1));
  const text =
    exponent < -4 || exponent > 5
      ? scientific.replace('e+', 'e')
      : Number(scientific).toFixed(Math.max(0, 2 - exponent));
  return text.replaceAll('-', '−');
}

/**
 * With its sign: `+0.400`, `−0.500`, `0`.
 * @param {number} value
 * @returns {string}
 */
function signedText(value) {
  const text = numberText(value);
  return value > 0 && text !== '0' ? `+${text}` : text;
}
