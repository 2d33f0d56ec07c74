import type { AnalysisPlan } from '../harness/analysis-plan.ts';
import type { Claim, Measure } from '../harness/claim.ts';
import type { Estimand } from '../harness/contract.ts';
import type { DiagnosticLine } from '../harness/diagnostic-row.ts';
import type { Manifest } from '../harness/manifest.ts';
import type { LawRow } from '../harness/row.ts';
import type { CaseEntry } from './case-entry.ts';
import type { DoctorEntry } from './doctor-entry.ts';
import type { Profile, Resolution } from './resolution.ts';

export type { CaseEntry } from './case-entry.ts';
export type { DoctorEntry } from './doctor-entry.ts';

export type Board = 'agent' | 'message' | 'blame' | 'learning';

/** Null: the whole episode against the board's headline estimand; else the part, or the other estimand, it is about. */
export type Slice = { readonly role: string } | { readonly estimand: Estimand } | null;

type About = {
  readonly board: Board;
  readonly task: string;
  readonly method: string;
  /** Evaluator calls per episode; null: no limit. */
  readonly budget: number | null;
  readonly metric: string;
  readonly slice: Slice;
};

type Counts = { readonly scored: number; readonly skipped: number; readonly failed: number };

/** Mean of a metric over the instances where it is defined, with its 95 % interval (null where one instance gives none). */
export type ScoreEntry = About &
  Counts & {
    readonly estimand: Estimand;
    /** The method targets this estimand, so the entry counts for a rank. */
    readonly ranked: boolean;
    readonly value: number;
    readonly low: number | null;
    readonly high: number | null;
    readonly instances: number;
    readonly seeds: number;
    /** Scored cells on which the metric is undefined. */
    readonly undefined: number;
  };

/** A metric that is undefined on every scored cell, and why. */
export type AbsentEntry = About & Counts & { readonly estimand: Estimand; readonly reason: string };

/** What became of the cells of one method on one task at one budget. */
export type CoverageEntry = Counts & {
  readonly task: string;
  readonly method: string;
  readonly budget: number | null;
  readonly reasons: readonly {
    readonly status: 'skipped' | 'failed';
    readonly reason: string;
    readonly cells: number;
  }[];
};

export type Measured = { readonly value: number; readonly low: number | null; readonly high: number | null };

/** One line of a board: means over the tasks of the board, tasks weighing the same. */
export type Standing = {
  readonly method: string;
  readonly title: string;
  readonly control: boolean;
  readonly ranked: boolean;
  /** Among the ranked methods that are complete, scored on every cell of every task; null for the others. Ties share a rank. */
  readonly rank: number | null;
  /** Tasks on which it was scored on as many cells as the fullest method, of the tasks of the table. */
  readonly tasks: number;
  readonly of: number;
  readonly metrics: { readonly [metric: string]: Measured };
  /** Mean price of one episode. */
  readonly spent: {
    readonly evaluations: number;
    readonly messages: number;
    readonly judgements: number;
    readonly tokens: number;
  };
  /** The best control besides the oracle, where the method is no better than it on the headline metric. */
  readonly beatenBy: string | null;
  /** Tie group, from 1: its best method and all that the plan's test does not separate from it. Null without a rank. */
  readonly group: number | null;
  /** Ranks it may have: 1 + how many are significantly better, k − how many significantly worse; simultaneous at 1 − alpha. */
  readonly rankInterval: { readonly best: number; readonly worst: number } | null;
  /** Share of resamples in which it is first among the ranked methods, ties split evenly. */
  readonly probabilityBest: number | null;
  /** Mean rank, mean win rate and Borda count among the ranked methods over tasks; they depend on the pool. */
  readonly aggregates: { readonly meanRank: number; readonly meanWinRate: number; readonly borda: number } | null;
};

/** One board at one budget for one estimand. */
export type BoardTable = {
  readonly board: Board;
  readonly estimand: Estimand;
  readonly budget: number | null;
  /** The metric that ranks. */
  readonly headline: string;
  readonly better: 'lower' | 'higher';
  readonly metrics: readonly string[];
  readonly tasks: readonly string[];
  readonly standings: readonly Standing[];
  /** What separates the ranked methods; null where fewer than two are ranked. */
  readonly resolution: Resolution | null;
  /** Performance profiles of the headline metric; null where it has no value per instance. */
  readonly profile: Profile | null;
};

/** What needs no method: analytic random guessing, and the best constant step chosen on the same data. */
export type Baseline = {
  readonly task: string;
  readonly name: 'random guess' | 'best constant step (in-sample)' | 'best constant agent (in-sample)';
  readonly metric: 'step-accuracy' | 'agent-accuracy';
  readonly value: number;
  readonly detail: string;
  readonly instances: number;
};

/** One line of a diagnostic, and what it is about; `method` null: of the replays of the task itself. */
export type DiagnosticEntry = DiagnosticLine & {
  readonly method: string | null;
  readonly task: string;
  readonly budget: number | null;
};

/** What was claimed, what was measured, and whether it holds here, by the 95 % interval of the sum of its terms. */
export type ClaimResult = Pick<Claim, 'id' | 'text' | 'source' | 'expected' | 'relation' | 'tolerance' | 'constant'> & {
  readonly terms: readonly { readonly weight: number; readonly measure: Measure; readonly value: number | null }[];
} & (
    | { readonly verdict: 'holds' | 'does not hold here' | 'undecided here'; readonly measured: Measured }
    | { readonly verdict: 'not measured'; readonly reason: string }
  );

/** The plan that made the numbers, its hash, and what shows that it was another one before. */
export type AnalysisOfRecord = {
  readonly plan: AnalysisPlan;
  readonly hash: string;
  /** Earlier runs on the folder that declared another plan, from 1, with its hash; empty where the plan never changed. */
  readonly earlier: readonly { readonly run: number; readonly hash: string }[];
  /** What a reader asked for instead of the declared plan, e.g. `missing: worst`; null where nothing. */
  readonly instead: string | null;
};

/** Every printed number of a report. Formats only lay it out. */
export type Summary = {
  readonly schema: 1;
  /** `stale`: rows of another code or task version than the manifest's; they are left out of everything. */
  readonly counts: Counts & { readonly cells: number; readonly expected: number; readonly stale: number };
  readonly scores: readonly ScoreEntry[];
  readonly absent: readonly AbsentEntry[];
  readonly coverage: readonly CoverageEntry[];
  readonly boards: readonly BoardTable[];
  readonly baselines: readonly Baseline[];
  readonly laws: readonly LawRow[];
  readonly diagnostics: readonly DiagnosticEntry[];
  readonly claims: readonly ClaimResult[];
  readonly doctor: readonly DoctorEntry[];
  /** A sample of episodes with the credits of every method at the largest budget. */
  readonly cases: readonly CaseEntry[];
  readonly analysis: AnalysisOfRecord;
  readonly manifest: Manifest;
};
