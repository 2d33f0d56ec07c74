import { CreditbenchError } from '../errors.ts';

/** Σ p(j) p(y|j) ln[p(y|j)/p(y)] in nats, the exact influence of candidates with `weights` p(j) on the next symbol, `conditionals[j][y]` = p(y|j); all sum to 1. c3.md §10.2. */
export function exactInfluence(weights: Float64Array, conditionals: readonly Float64Array[]): number {
  const symbols = conditionals[0]?.length ?? 0;
  if (weights.length !== conditionals.length || conditionals.some(({ length }) => length !== symbols))
    throw new CreditbenchError(
      'bad-usage',
      `${weights.length} weights and next symbols of lengths ${conditionals.map(({ length }) => length).join(', ')}; ` +
        'expected one list per weight, all of one length',
    );
  for (const chances of [weights, ...conditionals]) checkSum(chances);
  const marginal = new Float64Array(symbols);
  for (const [arm, weight] of weights.entries())
    for (const [symbol, chance] of conditionals[arm]!.entries()) marginal[symbol]! += weight * chance;
  let information = 0;
  for (const [arm, weight] of weights.entries())
    for (const [symbol, chance] of conditionals[arm]!.entries())
      if (weight * chance > 0) information += weight * chance * Math.log(chance / marginal[symbol]!);
  return information;
}

function checkSum(chances: Float64Array): void {
  const total = chances.reduce((sum, chance) => sum + chance, 0);
  if (chances.some((chance) => !(chance >= 0)) || Math.abs(total - 1) > 1e-9)
    throw new CreditbenchError('bad-usage', `chances ${chances.join(', ')}; expected at least 0 and a sum of 1`);
}
