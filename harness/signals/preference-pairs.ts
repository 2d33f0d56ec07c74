import { classOfChange, type LaterClass, type StepClass } from './repair-classes.ts';

/** A message of the transcript as its author met it: the text of its context, and what else could have been said there. */
export type PairStep = {
  readonly context: string;
  readonly message: string;
  readonly alternatives: readonly Alternative[];
};

/** `value` is V of the history that ends in it; `class` what a judge calls it, by value where not given. */
export type Alternative = { readonly message: string; readonly value: number; readonly class?: LaterClass };

/** `error`: better than the first error. `repair`: a repair over a harmful message. `tail`: better than a harmful message. */
export type PairKind = 'error' | 'repair' | 'tail';

/** Two messages at one context, the better one first. */
export type PreferencePair = {
  readonly kind: PairKind;
  readonly step: number;
  readonly context: string;
  readonly chosen: string;
  readonly rejected: string;
  readonly chosenValue: number;
  readonly rejectedValue: number;
};

/** Why an alternative makes no pair. */
export type DropReason = 'equal-texts' | 'equal-values' | 'not-better' | 'not-failure-aligned';
export type DroppedPair = {
  readonly kind: PairKind;
  readonly step: number;
  readonly alternative: string;
  readonly reason: DropReason;
};
export type PreferencePairs = { readonly pairs: readonly PreferencePair[]; readonly dropped: readonly DroppedPair[] };

/**
 * Every pair the first error and what followed allow. Messages before it and neutral ones take part in none, a repair is never rejected.
 * @param classes per step. @param values V(h_1) … V(h_{T+1}). @param epsilon a difference in value up to ε decides nothing.
 */
export function preferencePairs(
  steps: readonly PairStep[],
  classes: readonly StepClass[],
  values: ArrayLike<number>,
  epsilon: number,
): PreferencePairs {
  const pairs: PreferencePair[] = [];
  const dropped: DroppedPair[] = [];
  for (const [step, { context, message, alternatives }] of steps.entries()) {
    const kind = kindOf[classes[step]!];
    if (kind === undefined) continue;
    const said = { message, value: values[step + 1]! };
    for (const alternative of alternatives) {
      const [chosen, rejected] = kind === 'repair' ? [said, alternative] : [alternative, said];
      const reason = whyNot(kind, chosen, rejected, values[step]!, epsilon);
      if (reason !== undefined) dropped.push({ kind, step, alternative: alternative.message, reason });
      else pairs.push({ kind, step, context, ...namedSides(chosen, rejected) });
    }
  }
  return { pairs, dropped };
}

/** How many alternatives made no pair, by reason. */
export function countDropped(dropped: readonly DroppedPair[]): Record<DropReason, number> {
  const counts = { 'equal-texts': 0, 'equal-values': 0, 'not-better': 0, 'not-failure-aligned': 0 };
  for (const { reason } of dropped) counts[reason]++;
  return counts;
}

const kindOf: Readonly<Record<StepClass, PairKind | undefined>> = {
  'pre-error': undefined,
  error: 'error',
  repair: 'repair',
  'failure-aligned': 'tail',
  neutral: undefined,
};

function namedSides(chosen: Alternative, rejected: Alternative) {
  return {
    chosen: chosen.message,
    rejected: rejected.message,
    chosenValue: chosen.value,
    rejectedValue: rejected.value,
  };
}

function whyNot(
  kind: PairKind,
  chosen: Alternative,
  rejected: Alternative,
  before: number,
  epsilon: number,
): DropReason | undefined {
  if (chosen.message === rejected.message) return 'equal-texts';
  if (kind === 'repair') {
    const harm = rejected.class ?? classOfChange(rejected.value - before, epsilon, false);
    if (harm !== 'failure-aligned') return 'not-failure-aligned';
  }
  const difference = chosen.value - rejected.value;
  if (Math.abs(difference) <= epsilon) return 'equal-values';
  return difference > 0 ? undefined : 'not-better';
}
