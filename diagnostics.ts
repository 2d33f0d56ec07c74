/** C3's audit of replay credit as a library: pure functions on buckets and on credit that was collected again. */
export { type AblationBias, ablationBias } from './harness/diagnostics/ablation-bias.ts';
export { type AblationBiasMap, ablationBiasMap } from './harness/diagnostics/ablation-bias-map.ts';
export { type Bucket, looCredits, meanOutcomes, realArms } from './harness/diagnostics/bucket.ts';
export { type BucketPlan, collectBucket, recollectBucket } from './harness/diagnostics/collect-bucket.ts';
export { compareNullForms } from './harness/diagnostics/compare-null-forms.ts';
export {
  type CorrectionRate,
  type CorrectionTrial,
  correctionGain,
  correctionRate,
  correctionTrials,
} from './harness/diagnostics/correction-rate.ts';
export { type CreditQuality, qualityByRole, qualityByStep } from './harness/diagnostics/credit-quality.ts';
export { exactInfluence } from './harness/diagnostics/exact-influence.ts';
export { type CreditedContext, type Fidelity, fidelity, type Reference } from './harness/diagnostics/fidelity.ts';
export { independentReference, type ReferencePlan } from './harness/diagnostics/independent-reference.ts';
export { type Influence, influence, influenceLimits } from './harness/diagnostics/influence.ts';
export { type NoiseLawRatio, noiseLawRatio } from './harness/diagnostics/noise-law-ratio.ts';
export { type Recollection, recollect } from './harness/diagnostics/recollect.ts';
export { recollectMessage, type SharedMessage } from './harness/diagnostics/recollect-message.ts';
export { type Reliability, splitHalfReliability } from './harness/diagnostics/split-half-reliability.ts';
export {
  type RecollectedContext,
  type WithinContextVariance,
  withinContextVariance,
} from './harness/diagnostics/within-context-variance.ts';
export { type WithinGroupVariance, withinGroupVariance } from './harness/diagnostics/within-group-variance.ts';
export type { Undefined } from './harness/statistics/undefined.ts';
