import { Failed, NotApplicable } from '../laws/trial.ts';
import type { Finding } from './finding.ts';

/** What came of a check, whatever it is called and whoever claims it. */
export type Found = Omit<Finding, 'check' | 'claim'>;

/** How many cases a check applied to, and why not where it did not. */
export type Attempts = { applied: number; whyNot: string };

export function startAttempts(): Attempts {
  return { applied: 0, whyNot: '' };
}

/** The fault of one case, if any, counted; a case that the check has nothing to say of is not. */
export async function tried(check: () => Promise<string | undefined>, attempts: Attempts): Promise<string | undefined> {
  try {
    const fault = await check();
    attempts.applied++;
    return fault;
  } catch (error) {
    if (error instanceof Failed) return error.message;
    if (!(error instanceof NotApplicable)) throw error;
    attempts.whyNot = error.message;
    return undefined;
  }
}

/** What attempts without a fault come to. */
export function foundNothing({ applied, whyNot }: Attempts): Found {
  return applied > 0 ? { verdict: 'held', trials: applied } : { verdict: 'not-applicable', trials: 0, reason: whyNot };
}
