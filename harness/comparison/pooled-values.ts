import { rankAgreement } from '../rank-agreement.ts';
import { influenceOf } from './pooled-influence.ts';
import { type Part, rankPairs } from './pooled-spearman.ts';

/**
 * One number per instance whose mean is the rank correlation ρ of everything pooled and whose spread is that of the infinitesimal
 * jackknife: ρ + n · its derivative by the weight of the instance. A sentence where the correlation is undefined. @param parts at least one
 */
export function pooledValues(parts: readonly Part[]): Float64Array | string {
  const whole = rankAgreement(
    parts.flatMap(({ credit }) => credit),
    parts.flatMap(({ truth }) => truth),
  );
  if (typeof whole === 'string') return whole;
  return influenceOf(rankPairs(parts), parts.length).map((influence) => whole + parts.length * influence);
}
