import { CreditbenchError } from '../errors.ts';
import { NotApplicable } from '../laws/trial.ts';
import { faultOfNumbers, faultOfShape } from './credit-fault.ts';
import type { MethodCheck } from './finding.ts';
import type { Observation } from './observe.ts';
import { firstFault, type MethodOn } from './subject.ts';

/** What a check finds wrong, in one sentence; undefined where all is well. @throws NotApplicable where it has nothing to look at */
export type Check = (subject: MethodOn) => Promise<string | undefined>;

const worked = ({ watch }: Observation) => watch !== undefined;
const answered = ({ returned }: Observation) => returned !== undefined;

/** The checks that look at what one method did on one instance. */
export const methodFaults: {
  readonly [Name in Exclude<MethodCheck, 'options' | 'determinism' | 'relabelling'>]: Check;
} = {
  async answers(subject) {
    const fault = await firstFault(subject, () => true, faultOfAnswering);
    if (fault !== undefined) return fault;
    const seen = await subject.observed();
    const { result } = seen.at(-1)!;
    if (!seen.some(worked) && result.status === 'skipped') throw new NotApplicable(result.reason);
    return undefined;
  },
  shape: (subject) =>
    firstFault(subject, answered, ({ returned, result, watch }) => {
      const fault = faultOfShape(returned!.answer, subject.instance);
      if (fault !== undefined || result.status !== 'failed' || watch?.overspent !== undefined) return fault;
      return faultOfNumbers(returned!.answer) === undefined ? result.reason : undefined;
    }),
  finite: (subject) => firstFault(subject, answered, ({ returned }) => faultOfNumbers(returned!.answer)),
  budget: (subject) =>
    firstFault(subject, worked, ({ watch, result, budget }) => {
      if (watch?.overspent !== undefined) return watch.overspent;
      const spent = result.status === 'scored' ? result.spent.evaluations : 0;
      return spent > budget ? `spent ${spent}` : undefined;
    }),
  unchanged: (subject) =>
    firstFault(subject, worked, ({ changed }) =>
      changed.length > 0 ? `it changed ${changed.join(' and ')}` : undefined,
    ),
  probes: (subject) =>
    firstFault(subject, worked, ({ watch }) => {
      const touched = [...(watch?.undeclared ?? [])];
      return touched.length > 0 ? `it asked ${touched.join(', ')} without declaring it in needs` : undefined;
    }),
};

/** What a refused budget or an undeclared probe makes a method throw is the matter of other checks. */
function faultOfAnswering({ thrown, refusal, returned }: Observation): string | undefined {
  if (thrown !== undefined && !isOfOtherChecks(thrown.error)) return `${thrown.by} threw ${errorText(thrown.error)}`;
  if (refusal !== undefined && !isSentence(refusal.value))
    return `refuses gave ${typeof refusal.value === 'string' ? JSON.stringify(refusal.value) : typeOf(refusal.value)}; expected one line of text, or undefined`;
  const [unanswered] = returned?.unanswered ?? [];
  if (unanswered !== undefined) return `it answered before ${unanswered} did; is an await missing?`;
  return undefined;
}

function isOfOtherChecks(error: unknown): boolean {
  return error instanceof CreditbenchError && (error.code === 'over-budget' || error.code === 'undeclared-probe');
}

function isSentence(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '' && !/[\r\n]/.test(value);
}

function typeOf(value: unknown): string {
  return value instanceof Promise ? 'a promise' : value === null ? 'null' : `a ${typeof value}`;
}

function errorText(error: unknown): string {
  if (error instanceof CreditbenchError) return `what it was told: ${error.message}`;
  return error instanceof Error ? `${error.name}: ${error.message}` : typeOf(error);
}
