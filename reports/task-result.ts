import type { Manifest } from '../harness/manifest.ts';
import { isClaimed, type Measurable } from './claims.ts';
import type { Entry } from './entries.ts';
import type { Estimate } from './estimate.ts';
import type { Group } from './group.ts';
import type { ScoreEntry, Summary } from './summary.ts';
import type { TaskSummary } from './task-summary.ts';
import { underPolicy } from './under-policy.ts';

/** What tables need of a group besides its scores. */
export type GroupFacts = Pick<Group, 'task' | 'method' | 'budget' | 'counts' | 'spent'>;

/** What a summary keeps of one task: plain data, so that it can come from another thread. */
export type TaskResult = Pick<Summary, 'scores' | 'absent' | 'coverage' | 'baselines' | 'doctor' | 'cases'> & {
  readonly groups: readonly GroupFacts[];
  /** Whole episodes under the plan's policy, for boards. */
  readonly lines: readonly { readonly entry: ScoreEntry; readonly estimate: Estimate }[];
  /** What claims speak of. */
  readonly claimed: readonly Measurable[];
};

export function resultOf(task: TaskSummary, manifest: Pick<Manifest, 'suite'>): TaskResult {
  const { coverage, baselines, doctor, cases, entries, groups } = task;
  const claimed = isClaimed(manifest.suite.claims);
  return {
    coverage,
    baselines,
    doctor,
    cases,
    scores: entries.flatMap((one) => ('entry' in one ? [one.entry] : [])),
    absent: entries.flatMap((one) => ('absent' in one ? [one.absent] : [])),
    groups: groups.map(({ task, method, budget, counts, spent }) => ({ task, method, budget, counts, spent })),
    lines: underPolicy(task, manifest)
      .filter(isWhole)
      .map(({ entry, estimate }) => ({ entry, estimate })),
    claimed: entries
      .filter(claimed)
      .map((one) => ('absent' in one ? one : { entry: one.entry, estimate: one.estimate })),
  };
}

function isWhole({ entry }: Extract<Entry, { entry: unknown }>): boolean {
  return entry.slice === null || 'estimand' in entry.slice;
}
