import type { Claim, Measure } from '../harness/claim.ts';
import type { Estimand } from '../harness/contract.ts';
import type { DiagnosticLine } from '../harness/diagnostic-row.ts';
import type { Manifest } from '../harness/manifest.ts';
import type { LawRow } from '../harness/row.ts';

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
  /** Among the ranked methods that are complete, scored on every instance of every task; null for the others. Ties share a rank. */
  readonly rank: number | null;
  /** Tasks on which it was scored on as many instances as the fullest method, of the tasks of the table. */
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
  readonly manifest: Manifest;
};
