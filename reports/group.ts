import type { Estimand } from '../harness/contract.ts';
import type { CellRow, ScoredRow } from '../harness/row.ts';
import { numericScores, type Score } from '../harness/score.ts';
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
    for (const [metric, score] of Object.entries(scores))
      addScore(seriesOf(group, estimand, metric, null), row.instance, score);
  }
  addRoles(group, row);
}

function addRoles(group: Group, row: ScoredRow): void {
  const { credit, truth, roles, authors, instance } = row;
  const names = [...new Set(roles)];
  if (credit.messages !== undefined && truth.advantage !== undefined) {
    const messageRoles = authors.map((author) => roles[author]!);
    addParts(group, 'advantage', instance, credit.messages, truth.advantage, messageRoles, names);
  }
  // The agents of a game have names and no roles.
  if (credit.agents !== undefined && truth.shapley !== undefined && authors.length > 0)
    addParts(group, 'shapley', instance, credit.agents, truth.shapley, roles, names);
}

function addParts(
  group: Group,
  estimand: Estimand,
  instance: string,
  credit: readonly number[],
  truth: readonly number[],
  roles: readonly string[],
  names: readonly string[],
): void {
  if (estimand === 'advantage') addToPool(group, estimand, null, instance, credit, truth);
  if (names.length < 2 || names.length > mostRoles) return;
  for (const role of names) {
    const part = (values: readonly number[]) => values.filter((_, index) => roles[index] === role);
    const [partCredit, partTruth] = [part(credit), part(truth)];
    if (partTruth.length === 0) continue;
    const scores = numericScores(partCredit, partTruth);
    for (const metric of roleMetrics) addScore(seriesOf(group, estimand, metric, { role }), instance, scores[metric]!);
    if (estimand === 'advantage') addToPool(group, estimand, { role }, instance, partCredit, partTruth);
  }
}

function addToPool(
  group: Group,
  estimand: Estimand,
  slice: Slice,
  instance: string,
  credit: readonly number[],
  truth: readonly number[],
): void {
  const { pool } = seriesOf(group, estimand, 'spearman-pooled', slice, true);
  const entry = pool!.get(instance) ?? { credit: [], truth: [] };
  entry.credit.push(...credit);
  entry.truth.push(...truth);
  pool!.set(instance, entry);
}

function addScore({ values, undefinedFor }: Series, instance: string, score: Score): void {
  if (typeof score === 'string') {
    undefinedFor.set(score, (undefinedFor.get(score) ?? 0) + 1);
    return;
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
  };
  group.series.set(key, series);
  return series;
}
