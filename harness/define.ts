import type { ZodType } from 'zod';
import type { Method, Probe, Task } from './contract.ts';
import type { Suite } from './suite.ts';

/** A method of any needs and options, as the harness holds it. */
export type AnyMethod = Method<Probe, Probe, ZodType>;

/** A method, its options and probes inferred: touching an undeclared probe does not compile. */
export function defineMethod<
  const Need extends Probe,
  const Use extends Probe = never,
  Options extends ZodType = ZodType,
>(method: Method<Need, Use, Options>): AnyMethod {
  // The harness parses the options and hands over exactly the declared probes before it calls `assign`.
  return method as unknown as AnyMethod;
}

export function defineTask(task: Task): Task {
  return task;
}

/** What `creditbench.config.ts` exports by default. */
export function defineSuite(suite: Suite): Suite {
  return suite;
}
