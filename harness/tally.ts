import type { DiagnosticEffort } from './diagnostic-row.ts';
import type { Row } from './row.ts';

export type Progress = {
  readonly done: number;
  readonly total: number;
  /** Cells that were in the journal already. */
  readonly reused: number;
  /** What runs now. */
  readonly now: string;
};

export type RunOutcome = {
  readonly ran: number;
  readonly reused: number;
  readonly scored: number;
  readonly skipped: number;
  readonly failed: number;
  readonly interrupted: boolean;
  /** One line per kind of failure, with how often it happened. */
  readonly failures: readonly { readonly reason: string; readonly cells: number }[];
};

/** What resuming needs to remember of a row: not its credit and truth. */
export type Head = {
  readonly kind: Row['kind'];
  readonly code: string;
  readonly status?: Status;
  readonly failure?: string;
  readonly effort?: DiagnosticEffort;
};
type Status = 'scored' | 'skipped' | 'failed';

export function headOf(row: Row): Head {
  if (row.kind === 'diagnostic') return { kind: row.kind, code: row.code, effort: row.effort };
  if (row.kind === 'law' || row.kind === 'episode') return { kind: row.kind, code: row.code };
  return {
    kind: row.kind,
    code: row.code,
    status: row.status,
    ...(row.status === 'failed' ? { failure: failureOf(row) } : {}),
  };
}

function failureOf({ method, task, reason }: { method: string; task: string; reason: string }): string {
  return `${method} on ${task}: ${reason}`;
}

/** How many cells a unit of diagnostics takes the time of, roughly. */
export function cellsOfEffort(effort: DiagnosticEffort | undefined): number {
  return effort === undefined ? 1 : effort.instances * effort.collections;
}

/** Counts what comes of a run, cell by cell. @param expected cells, or what takes the time of as many */
export function startTally(expected: number) {
  const counts = { scored: 0, skipped: 0, failed: 0 };
  const failures = new Map<string, number>();
  let [ran, reused, done] = [0, 0, 0];
  return {
    /** @param cells how many cells it stands for, in time */
    add(row: Head | Row, isReused: boolean, cells: number) {
      done += cells;
      if (isReused) reused++;
      else ran++;
      const { status, failure } = 'schema' in row ? headOf(row) : row;
      if (status !== undefined) counts[status]++;
      if (failure !== undefined) failures.set(failure, (failures.get(failure) ?? 0) + 1);
    },
    progress: (now: string): Progress => ({
      done,
      total: Math.max(Math.ceil(expected), done),
      reused,
      now,
    }),
    outcome: (interrupted: boolean): RunOutcome => ({
      ran,
      reused,
      ...counts,
      interrupted,
      failures: [...failures].map(([reason, cells]) => ({ reason, cells })),
    }),
  };
}
