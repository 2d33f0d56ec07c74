import type { Instance } from '../contract.ts';
import { NotApplicable } from '../laws/trial.ts';
import { once } from '../once.ts';
import type { SelectedMethod } from '../selection.ts';
import { type Observation, observe } from './observe.ts';

/** A method on one instance, as all checks see it; what is observed is observed once. */
export type MethodOn = {
  readonly selected: SelectedMethod;
  readonly instance: Instance;
  /** One per budget: 1 to 20 evaluator calls, 64, and no limit. */
  observed(): Promise<readonly Observation[]>;
};

const budgets = [...Array.from({ length: 20 }, (_, index) => index + 1), 64, Number.POSITIVE_INFINITY];

export function methodOn(selected: SelectedMethod, instance: Instance): MethodOn {
  return {
    selected,
    instance,
    observed: once(async () => {
      const seen: Observation[] = [];
      // One after another, as a run does: what a method keeps from one cell shows in the next.
      for (const budget of budgets) seen.push(await observe(selected, instance, budget));
      return seen;
    }),
  };
}

/** The first fault among the observations, with the budget it was met under. @throws NotApplicable where `faultOf` has nothing to look at */
export async function firstFault(
  { observed }: MethodOn,
  looksAt: (one: Observation) => boolean,
  faultOf: (one: Observation) => string | undefined,
): Promise<string | undefined> {
  const seen = await observed();
  const relevant = seen.filter(looksAt);
  if (relevant.length === 0) throw new NotApplicable(whyNoAnswer(seen));
  for (const one of relevant) {
    const fault = faultOf(one);
    if (fault !== undefined) return `${budgetText(one.budget)}: ${fault}`;
  }
  return undefined;
}

function whyNoAnswer(seen: readonly Observation[]): string {
  const { result } = seen.at(-1)!;
  return result.status === 'scored' ? 'it always answers' : result.reason;
}

export function budgetText(budget: number): string {
  return budget === Number.POSITIVE_INFINITY
    ? 'without a limit'
    : `within ${budget} evaluator ${budget === 1 ? 'call' : 'calls'}`;
}
