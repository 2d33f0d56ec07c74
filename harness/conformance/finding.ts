import type { Law } from '../contract.ts';

/** What every method must do, whatever it promises; `relabelling` binds only those that promise symmetry. */
export type MethodCheck =
  | 'options'
  | 'answers'
  | 'shape'
  | 'finite'
  | 'budget'
  | 'unchanged'
  | 'probes'
  | 'determinism'
  | 'relabelling';

/** What every task must do. */
export type TaskCheck = 'instances' | 'episodes' | 'determinism' | 'offers' | 'truth' | 'worth' | 'replay';

/** What came of one check of a method or a task. */
export type Finding = {
  readonly check: MethodCheck | TaskCheck | Law;
  /** `required` of everybody, or what the method promises; null where it promises nothing and the finding is for information. */
  readonly claim: 'required' | 'always' | 'in-expectation' | null;
  /** `not-tried`: something above it must be mended first. */
  readonly verdict: 'held' | 'violated' | 'not-applicable' | 'not-tried';
  /** Random games and teams, or instances, that it was tried on. */
  readonly trials: number;
  /** What went wrong on the smallest case found, or why nothing was tried. */
  readonly reason?: string;
  /** The smallest game, `{ team, messages }` or instance id found. */
  readonly counterexample?: unknown;
};

/** `broken`: something required or promised is violated. `unknown`: a promise, or whether it answers, could not be tried. */
export type Conclusion = 'kept' | 'broken' | 'unknown';

/** What a list of findings comes to. */
export function conclusionOf(findings: readonly Finding[]): Conclusion {
  const binding = findings.filter(({ claim }) => claim !== null);
  if (binding.some(({ verdict }) => verdict === 'violated')) return 'broken';
  return binding.some(isOpen) ? 'unknown' : 'kept';
}

/** A promise that nobody could try. What is required of everybody may have nothing to apply to; answering and having instances may not. */
export function isOpen({ check, claim, verdict }: Finding): boolean {
  if (claim === null || verdict === 'held' || verdict === 'violated') return false;
  return claim !== 'required' || check === 'answers' || check === 'instances' || verdict === 'not-tried';
}
