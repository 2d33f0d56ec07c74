/** What a message is to the first error: before it, it, or after it a repair, a harmful continuation, or neither. */
export type StepClass = 'pre-error' | 'error' | LaterClass;
export type LaterClass = 'repair' | 'failure-aligned' | 'neutral';

/** What a judge says of a message after the error: it corrects or tries to, it continues the error, or neither. */
export type Verdict = 'corrects' | 'continues' | 'neither';

/**
 * Class per step from known values; all `neutral` where no error was found.
 * @param values V(h_1) … V(h_{T+1}). @param epsilon changes up to ε count for nothing.
 * @param buildsOnError steps that the task declares to build on the error, so that a loss of at most ε is harmful too.
 */
export function classesByValue(
  values: ArrayLike<number>,
  firstError: number | null,
  epsilon: number,
  buildsOnError: ReadonlySet<number> = new Set(),
): StepClass[] {
  return classesAround(values.length - 1, firstError, (step) => {
    return classOfChange(values[step + 1]! - values[step]!, epsilon, buildsOnError.has(step));
  });
}

/** Class per step from a judge's verdicts, one per step; those up to the error are not read. All `neutral` where none was found. */
export function classesByVerdict(verdicts: readonly Verdict[], firstError: number | null): StepClass[] {
  return classesAround(verdicts.length, firstError, (step) => classOfVerdict[verdicts[step]!]);
}

/** A repair raises the value by more than ε; a failure-aligned message lowers it by more, or builds on the error without raising it. */
export function classOfChange(change: number, epsilon: number, buildsOnError: boolean): LaterClass {
  if (change > epsilon) return 'repair';
  return change < -epsilon || (buildsOnError && change <= 0) ? 'failure-aligned' : 'neutral';
}

const classOfVerdict = { corrects: 'repair', continues: 'failure-aligned', neither: 'neutral' } as const;

function classesAround(steps: number, firstError: number | null, later: (step: number) => LaterClass): StepClass[] {
  return Array.from({ length: steps }, (_, step) => {
    if (firstError === null) return 'neutral';
    if (step < firstError) return 'pre-error';
    return step === firstError ? 'error' : later(step);
  });
}
