/** Three significant digits, trailing zeros kept; below 10⁻¹² in size it is rounding residue and prints as 0. */
export function numberText(value: number): string {
  if (Math.abs(value) < 1e-12) return '0';
  const scientific = value.toExponential(2);
  const exponent = Number(scientific.slice(scientific.indexOf('e') + 1));
  const text =
    exponent < -4 || exponent > 5
      ? scientific.replace('e+', 'e')
      : Number(scientific).toFixed(Math.max(0, 2 - exponent));
  return text.replaceAll('-', '−');
}

/** `[low, high]`, or null where one instance gives no interval. */
export function intervalText({
  low,
  high,
}: {
  readonly low: number | null;
  readonly high: number | null;
}): string | null {
  return low === null || high === null ? null : `[${numberText(low)}, ${numberText(high)}]`;
}

const counting = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** A count or a mean count, with at most one decimal and every digit before it. */
export function countText(count: number): string {
  return counting.format(count);
}

/** `3 cells`, `1 cell`. */
export function plural(count: number, noun: string): string {
  return `${countText(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A budget as it stands in a heading. */
export function budgetText(budget: number | null): string {
  return budget === null ? 'no limit' : plural(budget, 'evaluator call');
}
