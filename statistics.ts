/** The statistics behind every comparison, as pure functions: higher is better, undefined is a reason, a breach throws RangeError. */
export { aggregateRunTime } from './harness/statistics/aggregate-run-time.ts';
export { benjaminiHochberg } from './harness/statistics/benjamini-hochberg.ts';
export { bonferroniDunn } from './harness/statistics/bonferroni-dunn.ts';
export type { Bootstrap, BootstrapOptions } from './harness/statistics/bootstrap.ts';
export { borda } from './harness/statistics/borda.ts';
export { type BradleyTerry, bradleyTerry } from './harness/statistics/bradley-terry.ts';
export { cliffsDelta } from './harness/statistics/cliffs-delta.ts';
export { cliques } from './harness/statistics/cliques.ts';
export { clusteredStandardError } from './harness/statistics/clustered-standard-error.ts';
export { compactLetters } from './harness/statistics/compact-letters.ts';
export { dolanMoreProfile } from './harness/statistics/dolan-more-profile.ts';
export { expandInterval, type Interval } from './harness/statistics/expanded-interval.ts';
export { type Friedman, friedman } from './harness/statistics/friedman.ts';
export { type HierarchicalOptions, hierarchicalBootstrap } from './harness/statistics/hierarchical-bootstrap.ts';
export { holm } from './harness/statistics/holm.ts';
export { interquartileMean } from './harness/statistics/interquartile-mean.ts';
export { kendallTau } from './harness/statistics/kendall-tau.ts';
export { mcnemar } from './harness/statistics/mcnemar.ts';
export { meanRanks } from './harness/statistics/mean-ranks.ts';
export { meanScore } from './harness/statistics/mean-score.ts';
export { meanWinRate } from './harness/statistics/mean-win-rate.ts';
export {
  minimumDetectableEffect,
  moreToSeparate,
  pairsNeeded,
} from './harness/statistics/minimum-detectable-effect.ts';
export { ndcg } from './harness/statistics/ndcg.ts';
export { type Nemenyi, nemenyi } from './harness/statistics/nemenyi.ts';
export { type NonInferiority, nonInferiority } from './harness/statistics/non-inferiority.ts';
export { optimalityGap } from './harness/statistics/optimality-gap.ts';
export { performanceProfile } from './harness/statistics/performance-profile.ts';
export { predictionInterval } from './harness/statistics/prediction-interval.ts';
export { probabilityOfImprovement } from './harness/statistics/probability-of-improvement.ts';
export { type SignFlipSettings, signFlipTest } from './harness/statistics/sign-flip-test.ts';
export { canBeSignificant, smallestP } from './harness/statistics/smallest-p.ts';
export { spearman } from './harness/statistics/spearman.ts';
export { splitmix64, uniformDouble } from './harness/statistics/splitmix64.ts';
export { stratifiedBootstrap } from './harness/statistics/stratified-bootstrap.ts';
export { tieGroups } from './harness/statistics/tie-groups.ts';
export { isUndefined, type Undefined } from './harness/statistics/undefined.ts';
export { type SignedRank, wilcoxonSignedRank, type ZeroRule } from './harness/statistics/wilcoxon-signed-rank.ts';
export { wilson } from './harness/statistics/wilson.ts';
