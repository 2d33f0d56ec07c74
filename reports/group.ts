import type { Part } from '../harness/comparison/pooled-spearman.ts';
import type { Estimand } from '../harness/contract.ts';
import type { CellRow, ScoredRow } from '../harness/row.ts';
import { type Score, unsureOrder } from '../harness/score.ts';
import { scoreErrors } from '../harness/score-errors.ts';
import { type Column, emptyColumn } from './column.ts';
import { partScores } from './part-scores.ts';
import type { Slice } from './summary.ts';

/** A metric of one group: a value per place, or parts to pool and correlate. */
export type Series = {
  readonly estimand: Estimand;
  readonly metric: string;
  readonly slice: Slice;
  readonly values: Column;
  readonly undefinedFor: Map<string, number>;
  readonly pool: Map<number, Part> | undefined;
  /** Standard errors of the values that come from a sampled truth, where they do. */
  readonly truthErrors: Column;
};

/** Everything known of one method on one task at one budget. */
export type Group = {
  readonly task: string;
  readonly method: string;
  readonly budget: number | null;
  readonly counts: { scored: number; skipped: number; failed: number };
  readonly seeds: Set<number>;
  readonly reasons: Map<string, { status: 'skipped' | 'failed'; reason: string; cells: number }>;
  readonly spent: { evaluations: number; messages: number; judgements: number; tokens: number };
  readonly series: Map<string, Series>;
  /** The same by slice, then metric: rows come by the million, and building a key costs more than the rest. */
  readonly bySlice: Map<string, Map<string, Series>>;
};

export function emptyGroup({ task, method, budget }: Pick<CellRow, 'task' | 'method' | 'budget'>): Group {
  return {
    task,
    method,
    budget,
    counts: { scored: 0, skipped: 0, failed: 0 },
    seeds: new Set(),
    reasons: new Map(),
    spent: { evaluations: 0, messages: 0, judgements: 0, tokens: 0 },
    series: new Map(),
    bySlice: new Map(),
  };
}

const mostRoles = 12;

/** Takes one row into its group at its place; only numbers are kept. */
export function addRow(group: Group, row: CellRow, place: number): void {
  group.counts[row.status]++;
  if (row.status !== 'scored') {
    const key = `${row.status} ${row.reason}`;
    const entry = group.reasons.get(key);
    if (entry === undefined) group.reasons.set(key, { status: row.status, reason: row.reason, cells: 1 });
    else entry.cells++;
    return;
  }
  group.seeds.add(row.seed);
  for (const purse of ['evaluations', 'messages', 'judgements', 'tokens'] as const)
    group.spent[purse] += row.spent[purse];
  for (const [estimand, scores] of Object.entries(row.scores) as [Estimand, Record<string, Score>][]) {
    const errors = errorsOf(row, estimand);
    for (const metric in scores)
      addScore(seriesOf(group, estimand, metric, null), place, scores[metric]!, errors?.[metric]);
  }
  addRoles(group, row, place);
}

/** What a sampled truth adds to the error of each metric; undefined where the truth is exact. */
function errorsOf({ credit, truth }: ScoredRow, estimand: Estimand): Record<string, number> | undefined {
  if (estimand === 'first-error' || truth.standardErrors === undefined) return undefined;
  const given = estimand === 'advantage' ? credit.messages : credit.agents;
  const [known, errors] = [truth[estimand], truth.standardErrors[estimand]];
  return given === undefined || known === undefined || errors === undefined
    ? undefined
    : scoreErrors(given, known, errors);
}

function addRoles(group: Group, row: ScoredRow, place: number): void {
  const { credit, truth, roles, authors } = row;
  if (credit.messages !== undefined && truth.advantage !== undefined) {
    const messageRoles = authors.map((author) => roles[author]!);
    addParts(group, row, place, 'advantage', credit.messages, truth.advantage, messageRoles);
  }
  // The agents of a game have names and no roles.
  if (credit.agents !== undefined && truth.shapley !== undefined && authors.length > 0)
    addParts(group, row, place, 'shapley', credit.agents, truth.shapley, roles);
}

function addParts(
  group: Group,
  { roles: agents, truth: { standardErrors } }: ScoredRow,
  place: number,
  estimand: 'advantage' | 'shapley',
  credit: readonly number[],
  truth: readonly number[],
  roles: readonly string[],
): void {
  const errors = standardErrors?.[estimand];
  if (estimand === 'advantage') addToPool(group, null, place, credit, truth, errors);
  const names = new Set(agents);
  if (names.size < 2 || names.size > mostRoles) return;
  for (const role of names) {
    const part = (values: readonly number[]) => values.filter((_, index) => roles[index] === role);
    const [partCredit, partTruth, partErrors] = [part(credit), part(truth), errors && part(errors)];
    if (partTruth.length === 0) continue;
    const slice = { role };
    const scores = partScores(partCredit, partTruth, partErrors);
    const spread = partErrors && scoreErrors(partCredit, partTruth, partErrors);
    for (const metric in scores)
      addScore(seriesOf(group, estimand, metric, slice), place, scores[metric]!, spread?.[metric]);
    if (estimand === 'advantage') addToPool(group, slice, place, partCredit, partTruth, partErrors);
  }
}

function addToPool(
  group: Group,
  slice: Slice,
  place: number,
  credit: readonly number[],
  truth: readonly number[],
  errors: readonly number[] | undefined,
): void {
  const { pool, undefinedFor } = seriesOf(group, 'advantage', 'spearman-pooled', slice, true);
  const unsure = unsureOrder(truth, errors);
  if (unsure === undefined) pool!.set(place, { credit, truth });
  else undefinedFor.set(unsure, (undefinedFor.get(unsure) ?? 0) + 1);
}

function addScore({ values, undefinedFor, truthErrors }: Series, place: number, score: Score, error?: number): void {
  if (typeof score === 'string') {
    undefinedFor.set(score, (undefinedFor.get(score) ?? 0) + 1);
    return;
  }
  if (error !== undefined) truthErrors.set(place, error);
  values.set(place, score);
}

function seriesOf(group: Group, estimand: Estimand, metric: string, slice: Slice, isPooled = false): Series {
  const name = slice !== null && 'role' in slice ? `${estimand} ${slice.role}` : estimand;
  let metrics = group.bySlice.get(name);
  if (metrics === undefined) group.bySlice.set(name, (metrics = new Map()));
  const found = metrics.get(metric);
  if (found !== undefined) return found;
  const series: Series = {
    estimand,
    metric,
    slice,
    values: emptyColumn(),
    undefinedFor: new Map(),
    pool: isPooled ? new Map() : undefined,
    truthErrors: emptyColumn(),
  };
  metrics.set(metric, series);
  group.series.set(slice === null ? `${estimand}|${metric}` : `${estimand}|${metric}|${JSON.stringify(slice)}`, series);
  return series;
}
