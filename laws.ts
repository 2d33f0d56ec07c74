import { AssertionError } from 'node:assert';
import { checkedText } from './harness/cli/check-text.ts';
import { checkMethod as findOfMethod } from './harness/conformance/check-method.ts';
import { checkTask as findOfTask } from './harness/conformance/check-task.ts';
import { conclusionOf, type Finding } from './harness/conformance/finding.ts';
import type { Task } from './harness/contract.ts';
import type { AnyMethod } from './harness/define.ts';
import { parseWith } from './harness/files.ts';
import { methodShape, taskShape } from './harness/method-shape.ts';
import { selectMethod } from './harness/selection.ts';
import { lawSubjects } from './tasks/law-subjects.ts';

export type { Finding } from './harness/conformance/finding.ts';

export type MethodSettings = {
  /** As on the command line, e.g. `{ fanout: '2x4' }`. */
  readonly options?: Readonly<Record<string, string>>;
  /** Random games, and as many teams, per check; 100 where not given. */
  readonly trials?: number;
  /** Names the random cases; another one draws others. */
  readonly salt?: string;
};

export type TaskSettings = {
  /** Instances drawn; 16 where not given. */
  readonly trials?: number;
  /** Draws per number that sampled probes are held against the truth with; 256 where not given, 0 leaves that out. */
  readonly draws?: number;
  readonly salt?: string;
};

/** What `creditbench check` finds of a method. @throws CreditbenchError where it is none, or does not take the options */
export async function checkMethod(method: AnyMethod, settings: MethodSettings = {}): Promise<Finding[]> {
  const { options = {}, trials = 100, salt = 'creditbench' } = settings;
  parseWith(methodShape, method, 'method');
  return findOfMethod(selectMethod(method, { ...options }, 'inline'), lawSubjects, { trials, salt });
}

/** What `creditbench check` finds of a task. @throws CreditbenchError where it is none */
export async function checkTask(task: Task, settings: TaskSettings = {}): Promise<Finding[]> {
  const { trials = 16, draws = 256, salt = 'creditbench' } = settings;
  parseWith(taskShape, task, 'task');
  return findOfTask(task, { trials, draws, salt });
}

/** Passes where everything required and promised held. @throws AssertionError that says what did not, with the smallest case found */
export async function assertMethod(method: AnyMethod, settings: MethodSettings = {}): Promise<void> {
  assertKept('method', method.id, await checkMethod(method, settings));
}

/** Passes where everything required of a task held. @throws AssertionError that says what did not */
export async function assertTask(task: Task, settings: TaskSettings = {}): Promise<void> {
  assertKept('task', task.id, await checkTask(task, settings));
}

function assertKept(kind: 'method' | 'task', name: string, findings: readonly Finding[]): void {
  const conclusion = conclusionOf(findings);
  if (conclusion === 'kept') return;
  throw new AssertionError({ message: checkedText({ kind, name, conclusion, findings }) });
}
