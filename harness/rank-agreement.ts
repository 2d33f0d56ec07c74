import { isFlat } from './statistics/is-flat.ts';
import { spearman } from './statistics/spearman.ts';
import { isUndefined } from './statistics/undefined.ts';

/** Spearman's correlation of credit with the truth, in [−1, 1], or the reason as it is printed. */
export function rankAgreement(credit: ArrayLike<number>, truth: ArrayLike<number>): number | string {
  const rho = spearman(credit, truth);
  if (!isUndefined(rho)) return rho;
  if (credit.length < 2) return rho.reason;
  return isFlat(credit) ? 'the credit is constant' : 'the truth is constant';
}
