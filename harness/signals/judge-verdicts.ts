import type { Verdict } from './repair-classes.ts';

/** What the judge's P(right) speaks of: the message alone, or everything up to and with it. */
export type JudgeSubject = 'step' | 'prefix';

/**
 * What a judge's P(right) says of every message after the first error; undefined up to it. Below `faulty` a message continues
 * the error. Only a judge of prefixes can see a repair: a faulty prefix that is faulty no more. Ours, not the paper's.
 */
export function judgeVerdicts(
  rights: readonly (number | undefined)[],
  firstError: number | null,
  faulty: number,
  subject: JudgeSubject,
): (Verdict | undefined)[] {
  let isFaulty = true;
  return rights.map((right, step) => {
    if (firstError === null || step <= firstError) return undefined;
    if (right === undefined) throw new RangeError(`the judge was not asked about step ${step}`);
    const wasFaulty = isFaulty;
    isFaulty = right < faulty;
    if (isFaulty) return 'continues';
    return subject === 'prefix' && wasFaulty ? 'corrects' : 'neither';
  });
}
