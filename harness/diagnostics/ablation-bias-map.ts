import { CreditbenchError } from '../errors.ts';
import { type ClusteredMean, clusteredMean } from '../statistics/clustered-mean.ts';
import { mean } from '../statistics/mean.ts';
import { quantile } from '../statistics/quantile.ts';
import type { Undefined } from '../statistics/undefined.ts';
import type { AblationBias } from './ablation-bias.ts';

/** The contexts whose influence is above the median or not, and whose candidates differ in mean outcome (δ_q > 0) or not. */
export type AblationStratum = {
  readonly isInfluential: boolean;
  readonly differs: boolean;
  readonly contexts: number;
  readonly meanBias: number | Undefined;
  readonly meanAbsoluteBias: number | Undefined;
};

export type AblationBiasMap = {
  readonly bias: ClusteredMean;
  /** The level of the null arm, without which no bias can be read. */
  readonly nullLevel: ClusteredMean;
  readonly medianInfluence: number;
  /** The top stratum, influential and different, first. */
  readonly strata: readonly AblationStratum[];
  /** Mean |bias| of the top stratum over that of all other contexts. */
  readonly concentration: number | Undefined;
};

/** Where removal distorts credit: bias by influence and by spread of the candidates; `influences[i]` in nats, exact or estimated, belongs to `contexts[i]`. c3.md §10.2; that above the median is strict is our reading. */
export function ablationBiasMap(
  contexts: readonly AblationBias[],
  influences: Float64Array,
): AblationBiasMap | Undefined {
  if (contexts.length !== influences.length)
    throw new CreditbenchError('bad-usage', `${influences.length} influences of ${contexts.length} contexts`);
  if (contexts.length === 0) return { reason: 'no context' };
  const problems = contexts.map(({ problem }) => problem);
  const medianInfluence = quantile(influences.toSorted(), 0.5);
  const stratumOf = (isInfluential: boolean, differs: boolean) =>
    contexts.filter(
      // Means of equal replays may differ by rounding residue.
      ({ spread }, index) => influences[index]! > medianInfluence === isInfluential && spread > 1e-12 === differs,
    );
  const top = stratumOf(true, true);
  const rest = [...stratumOf(true, false), ...stratumOf(false, true), ...stratumOf(false, false)];
  return {
    bias: clusteredMean(
      contexts.map(({ bias }) => bias),
      problems,
    ),
    nullLevel: clusteredMean(
      contexts.map(({ nullLevel }) => nullLevel),
      problems,
    ),
    medianInfluence,
    strata: [true, false].flatMap((isInfluential) =>
      [true, false].map((differs) => stratum(stratumOf(isInfluential, differs), isInfluential, differs)),
    ),
    concentration: concentrationOf(top, rest),
  };
}

function stratum(contexts: readonly AblationBias[], isInfluential: boolean, differs: boolean): AblationStratum {
  const empty = { reason: 'no context in this stratum' };
  return {
    isInfluential,
    differs,
    contexts: contexts.length,
    meanBias: contexts.length === 0 ? empty : mean(contexts.map(({ bias }) => bias)),
    meanAbsoluteBias: contexts.length === 0 ? empty : meanAbsolute(contexts),
  };
}

function concentrationOf(top: readonly AblationBias[], rest: readonly AblationBias[]): number | Undefined {
  if (top.length === 0) return { reason: 'no context is both influential and different' };
  if (rest.length === 0) return { reason: 'every context is both influential and different' };
  const elsewhere = meanAbsolute(rest);
  return elsewhere === 0 ? { reason: 'no bias elsewhere' } : meanAbsolute(top) / elsewhere;
}

function meanAbsolute(contexts: readonly AblationBias[]): number {
  return mean(contexts.map(({ bias }) => Math.abs(bias)));
}
