/** The double nearest to numerator / denominator, however long the two are. @param denominator above zero */
export function bigRatio(numerator: bigint, denominator: bigint): number {
  if (numerator < 0n) return -bigRatio(-numerator, denominator);
  if (numerator === 0n) return 0;
  const shift = 64 + bitLength(denominator) - bitLength(numerator);
  const [dividend, divisor] =
    shift > 0 ? [numerator << BigInt(shift), denominator] : [numerator, denominator << BigInt(-shift)];
  const quotient = dividend / divisor;
  // The lowest of its 60 to 68 bits only records that something remains, so that a near tie rounds to the right side.
  const digits = Number(quotient * divisor === dividend ? quotient : quotient | 1n);
  const half = Math.trunc(shift / 2);
  return digits * 2 ** -half * 2 ** (half - shift);
}

/** Within 3 bits of the true length. */
function bitLength(positive: bigint): number {
  return 4 * positive.toString(16).length;
}
