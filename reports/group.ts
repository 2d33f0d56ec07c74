import type { Estimand } from '../harness/contract.ts';
import type { CellRow, ScoredRow } from '../harness/row.ts';
import { numericScores, type Score, unsureOrder } from '../harness/score.ts';
import { scoreErrors } from '../harness/score-errors.ts';
import type { Slice } from './summary.ts';

/** Credits and truths of many messages side by side, by instance, for statistics that cannot be averaged. */
export type Pool = Map<string, { readonly credit: number[]; readonly truth: number[] }>;

/** A metric of one group: its values by instance (one per seed), or a pool to correlate. */
export type Series = {
  readonly estimand: Estimand;
  readonly metric: string;
  readonly slice: Slice;
  readonly values: Map<string, number[]>;
  readonly undefinedFor: Map<string, number>;
  readonly pool: Pool | undefined;
  /** Standard errors of the values that come from a sampled truth, summed over the cells that have one. */
  readonly truthError: { sum: number; cells: number };
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
  };
}

const mostRoles = 12;
const roleMetrics = ['mse', 'bias', 'sign-accuracy'];

/** What a sampled truth adds to the error of each metric; nothing where the truth is exact. */
function errorsOf({ credit, truth }: ScoredRow, estimand: Estimand): Record<string, number> {
  if (estimand === 'first-error') return {};
  const given = estimand === 'advantage' ? credit.messages : credit.agents;
  const [known, errors] = [truth[estimand], truth.standardErrors?.[estimand]];
  return given === undefined || known === undefined || errors === undefined ? {} : scoreErrors(given, known, errors);
}

/** Takes one row into its group; only numbers are kept. */
export function addRow(group: Group, row: CellRow): void {
  group.counts[row.status]++;
  if (row.status !== 'scored') {
    const key = `${row.status} ${row.reason}`;
    const entry = group.reasons.get(key) ?? { status: row.status, reason: row.reason, cells: 0 };
    group.reasons.set(key, { ...entry, cells: entry.cells + 1 });
    return;
  }
  group.seeds.add(row.seed);
  for (const purse of ['evaluations', 'messages', 'judgements', 'tokens'] as const)
    group.spent[purse] += row.spent[purse];
  for (const [estimand, scores] of Object.entries(row.scores) as [Estimand, Record<string, Score>][]) {
    const errors = errorsOf(row, estimand);
    for (const [metric, score] of Object.entries(scores))
      addScore(seriesOf(group, estimand, metric, null), row.instance, score, errors[metric]);
  }
  addRoles(group, row);
}

function addRoles(group: Group, row: ScoredRow): void {
  const { credit, truth, roles, authors } = row;
  const names = [...new Set(roles)];
  if (credit.messages !== undefined && truth.advantage !== undefined) {
    const messageRoles = authors.map((author) => roles[author]!);
    addParts(group, row, 'advantage', credit.messages, truth.advantage, messageRoles, names);
  }
  // The agents of a game have names and no roles.
  if (credit.agents !== undefined && truth.shapley !== undefined && authors.length > 0)
    addParts(group, row, 'shapley', credit.agents, truth.shapley, roles, names);
}

function addParts(
  group: Group,
  { instance, truth: { standardErrors } }: ScoredRow,
  estimand: 'advantage' | 'shapley',
  credit: readonly number[],
  truth: readonly number[],
  roles: readonly string[],
  names: readonly string[],
): void {
  const errors = standardErrors?.[estimand];
  if (estimand === 'advantage') addToPool(group, null, instance, credit, truth, errors);
  if (names.length < 2 || names.length > mostRoles) return;
  for (const role of names) {
    const part = (values: readonly number[]) => values.filter((_, index) => roles[index] === role);
    const [partCredit, partTruth, partErrors] = [part(credit), part(truth), errors && part(errors)];
    if (partTruth.length === 0) continue;
    const scores = numericScores(partCredit, partTruth, partErrors);
    const spread = partErrors === undefined ? {} : scoreErrors(partCredit, partTruth, partErrors);
    for (const metric of roleMetrics)
      addScore(seriesOf(group, estimand, metric, { role }), instance, scores[metric]!, spread[metric]);
    if (estimand === 'advantage') addToPool(group, { role }, instance, partCredit, partTruth, partErrors);
  }
}

function addToPool(
  group: Group,
  slice: Slice,
  instance: string,
  credit: readonly number[],
  truth: readonly number[],
  errors: readonly number[] | undefined,
): void {
  const { pool, undefinedFor } = seriesOf(group, 'advantage', 'spearman-pooled', slice, true);
  const unsure = unsureOrder(truth, errors);
  if (unsure !== undefined) {
    undefinedFor.set(unsure, (undefinedFor.get(unsure) ?? 0) + 1);
    return;
  }
  const entry = pool!.get(instance) ?? { credit: [], truth: [] };
  entry.credit.push(...credit);
  entry.truth.push(...truth);
  pool!.set(instance, entry);
}

function addScore(
  { values, undefinedFor, truthError }: Series,
  instance: string,
  score: Score,
  error: number | undefined,
): void {
  if (typeof score === 'string') {
    undefinedFor.set(score, (undefinedFor.get(score) ?? 0) + 1);
    return;
  }
  if (error !== undefined) {
    truthError.sum += error;
    truthError.cells++;
  }
  const known = values.get(instance);
  if (known === undefined) values.set(instance, [score]);
  else known.push(score);
}

function seriesOf(group: Group, estimand: Estimand, metric: string, slice: Slice, isPooled = false): Series {
  const key = JSON.stringify([estimand, metric, slice]);
  const found = group.series.get(key);
  if (found !== undefined) return found;
  const series: Series = {
    estimand,
    metric,
    slice,
    values: new Map(),
    undefinedFor: new Map(),
    pool: isPooled ? new Map() : undefined,
    truthError: { sum: 0, cells: 0 },
  };
  group.series.set(key, series);
  return series;
}
