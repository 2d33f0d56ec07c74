import type { Instance } from '../../harness/contract.ts';
import type { AnyMethod } from '../../harness/define.ts';
import { randomOf } from '../../harness/random.ts';
import { mean } from '../../harness/statistics/mean.ts';
import { sampleVariance } from '../../harness/statistics/sample-variance.ts';
import { answerOf } from './on.ts';

export type MeanCredit = { readonly mean: number; readonly standardError: number };

/** Mean credit of one message of one instance over `seeds` independent runs, with its standard error. */
export async function meanCredit(
  method: AnyMethod,
  instance: Instance,
  { options = '', step = 0, seeds = 2000, budget = Number.POSITIVE_INFINITY } = {},
): Promise<MeanCredit> {
  const credits: number[] = [];
  for (let seed = 0; seed < seeds; seed++) {
    const random = randomOf('mean credit', method.id, options, seed);
    credits.push((await answerOf(method, instance, { options, budget, random })).credit.messages![step]!);
  }
  return { mean: mean(credits), standardError: Math.sqrt(sampleVariance(credits) / seeds) };
}
