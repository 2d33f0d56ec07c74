import type { Credit, Episode, Estimand, FirstError, NumericEstimand, Truth } from './contract.ts';
import { rankAgreement } from './rank-agreement.ts';

/** A metric's value, or the reason it has none. */
export type Score = number | string;
export type Scores = { [E in Estimand]?: Record<string, Score> };

/** Steps or agents whose |truth| is at most this have no sign. */
const signThreshold = 1e-9;

const perAgent: readonly NumericEstimand[] = ['shapley', 'banzhaf', 'removal', 'realised'];

/** Every metric that this credit can be given against this truth, by estimand. */
export function score(credit: Credit, truth: Truth, episode: Pick<Episode, 'messages'>): Scores {
  const scores: Scores = {};
  for (const estimand of perAgent) {
    const known = truth[estimand];
    if (credit.agents !== undefined && known !== undefined)
      scores[estimand] = numericScores(credit.agents, known, truth.standardErrors?.[estimand]);
  }
  if (credit.messages !== undefined && truth.advantage !== undefined)
    scores.advantage = numericScores(credit.messages, truth.advantage, truth.standardErrors?.advantage);
  if (credit.firstError !== undefined && truth['first-error'] !== undefined)
    scores['first-error'] = blameScores(credit, truth['first-error'], episode);
  return scores;
}

/**
 * Relative and absolute error, mean squared error, bias, rank correlation, and the share of right signs. Against a sampled
 * truth a sign counts only where the truth is two standard errors off 0, a rank only where all pairs are as far apart.
 */
export function numericScores(
  credit: ArrayLike<number>,
  truth: ArrayLike<number>,
  errors?: ArrayLike<number>,
): Record<string, Score> {
  let squared = 0;
  let norm = 0;
  let bias = 0;
  let signs = 0;
  let right = 0;
  for (let i = 0; i < truth.length; i++) {
    const error = credit[i]! - truth[i]!;
    squared += error * error;
    norm += truth[i]! ** 2;
    bias += error;
    if (Math.abs(truth[i]!) <= Math.max(signThreshold, 2 * (errors?.[i] ?? 0))) continue;
    signs++;
    if (Math.sign(credit[i]!) === Math.sign(truth[i]!)) right++;
  }
  return {
    'relative-error': norm > 0 ? Math.sqrt(squared / norm) : 'the truth is zero',
    'absolute-error': Math.sqrt(squared),
    mse: truth.length > 0 ? squared / truth.length : 'nothing to credit',
    bias: truth.length > 0 ? bias / truth.length : 'nothing to credit',
    spearman: unsureOrder(truth, errors) ?? rankAgreement(withoutDust(credit), withoutDust(truth)),
    'sign-accuracy': signs > 0 ? right / signs : 'no true credit has a sign',
  };
}

/** Why a sampled truth has no order: pairs that differ by less than two standard errors of the difference. */
export function unsureOrder(truth: ArrayLike<number>, errors: ArrayLike<number> | undefined): string | undefined {
  if (errors === undefined) return undefined;
  for (let i = 0; i < truth.length; i++)
    for (let j = 0; j < i; j++)
      if (Math.abs(truth[i]! - truth[j]!) < 2 * Math.hypot(errors[i]!, errors[j]!))
        return 'the order of the sampled truth is not sure to two standard errors';
  return undefined;
}

/** Rounding residue below 10⁻¹² of the largest value becomes 0, so that an exact 0 and its residue tie. */
function withoutDust(values: ArrayLike<number>): Float64Array {
  const largest = Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return Float64Array.from(values, (value) => (Math.abs(value) <= 1e-12 * largest ? 0 : value));
}

/**
 * Exact match of step and agent, on episodes with an error; `correct-accuracy` on episodes without one.
 * An episode that failed with no error known to explain it is scored nowhere.
 */
function blameScores(
  { firstError, firstErrorAgent }: Credit,
  truth: FirstError,
  { messages }: Pick<Episode, 'messages'>,
): Record<string, Score> {
  if (truth.step === null) return truth.reason === 'none' ? { 'correct-accuracy': firstError === null ? 1 : 0 } : {};
  const step = firstError ?? undefined;
  const agent = firstErrorAgent ?? (step === undefined ? undefined : messages[step]?.agent);
  const within = (reach: number) => (step !== undefined && Math.abs(step - truth.step) <= reach ? 1 : 0);
  return {
    'step-accuracy': within(0),
    'agent-accuracy': agent === truth.agent ? 1 : 0,
    'joint-accuracy': within(0) === 1 && agent === truth.agent ? 1 : 0,
    'step-accuracy@1': within(1),
    'step-accuracy@3': within(3),
    missing: step === undefined ? 1 : 0,
  };
}
