import type { AnalysisPlanInput } from './analysis-plan.ts';
import type { ClaimInput } from './claim.ts';
import type { Task } from './contract.ts';
import type { AnyMethod } from './define.ts';
import type { DiagnosticSettings } from './diagnostic-row.ts';

/** Which methods, on which tasks, within which budgets, how often. */
export type Suite = {
  /** Names as on the command line (`c3[fanout=2x4]`, `./my-method.ts`), or the methods themselves. */
  readonly methods: readonly (string | AnyMethod)[];
  readonly tasks: readonly (string | Task)[];
  /** Evaluator calls per episode; null: no limit. */
  readonly budgets: readonly (number | null)[];
  /** Every task is repeated with the seeds 0 … seeds − 1, each drawing new instances. */
  readonly seeds: number;
  /** At most this many instances per drawing task and seed; 8 where it is not given. Published sets are always run whole. */
  readonly instances?: number;
  /** Random games per law and method; 0 leaves the laws out, 100 where it is not given. */
  readonly laws?: number;
  /** Collects the diagnostics of replay credit on tasks that can be replayed; none where it is not given. */
  readonly diagnostics?: readonly DiagnosticSettings[];
  /** Claims to be held against what is measured; each is reported as it comes out. */
  readonly claims?: readonly ClaimInput[];
  /** How the comparison will be read; what the folder's earlier run declared, or the usual plan, where it is not given. */
  readonly analysis?: AnalysisPlanInput;
  /** Enters every random stream: another salt is another set of instances. */
  readonly salt?: string;
};
