import type { Instance, NumericEstimand, Truth } from '../../harness/contract.ts';
import { checkCredit } from '../../harness/credit.ts';
import { CreditbenchError } from '../../harness/errors.ts';
import { brief } from '../../harness/files.ts';
import { plainTruth } from '../../harness/plain-truth.ts';
import type { CellRow, ScoredRow } from '../../harness/row.ts';
import { score } from '../../harness/score.ts';
import { cellText } from './cell-text.ts';
import { type Difference, firstDifference } from './first-difference.ts';

/** A row with its episode and truth regenerated and every metric made anew from its credit. @throws CreditbenchError `refused` where the credit does not fit */
export function remakeRow(row: CellRow, instance: Instance): CellRow {
  if (instance.excluded !== undefined) return { ...identityOf(row), status: 'skipped', reason: instance.excluded };
  if (row.status !== 'scored') return row;
  const { episode } = instance;
  return withScores(
    {
      ...row,
      roles: episode.agents.map(({ role }) => role),
      authors: episode.messages.map(({ agent }) => agent),
      outcome: episode.outcome,
      truth: plainTruth(instance.truth()),
    },
    instance,
  );
}

/** A row whose truth cannot be regenerated here, its metrics made anew from its own truth. */
export function remakeAsClaimed(row: CellRow): CellRow {
  if (row.status !== 'scored') return row;
  const { roles, authors, outcome } = row;
  const episode = {
    agents: roles.map((role, index) => ({ id: String(index), role })),
    problem: '',
    messages: authors.map((agent) => ({ agent, text: '' })),
    outcome,
    range: [outcome, outcome] as const,
  };
  return withScores(row, { id: row.instance, episode, truth: () => typedTruth(row.truth) });
}

/** @throws CreditbenchError `refused` naming what was claimed and what was found where a row is not what was made anew of it */
export function refuseForged(claimed: CellRow, remade: CellRow): void {
  if (remade.status !== 'scored') {
    if (claimed.status === remade.status && claimed.reason === remade.reason) return;
    throw refused(claimed, `is ${claimed.status}; no method is scored on it: ${remade.reason}`);
  }
  // Only what is scored is made anew as scored.
  if (claimed.status !== 'scored') return;
  const parts = [
    ['edited episode', ['roles', 'authors', 'outcome']],
    ['edited truth', ['truth']],
    ['forged metric', ['scores']],
  ] as const;
  for (const [what, names] of parts)
    for (const name of names) {
      const difference = firstDifference(claimed[name], remade[name], name);
      if (difference !== undefined) throw refused(claimed, `${what}: ${differenceText(difference)}`);
    }
}

function withScores(row: ScoredRow, instance: Pick<Instance, 'id' | 'episode' | 'truth'>): ScoredRow {
  if (row.budget !== null && row.spent.evaluations > row.budget)
    throw refused(row, `spent ${row.spent.evaluations} evaluator calls`);
  return { ...row, scores: score(creditOf(row, instance), instance.truth(), instance.episode) };
}

function identityOf({ schema, kind, method, task, version, instance, budget, seed, code }: CellRow) {
  return { schema, kind, method, task, version, instance, budget, seed, code };
}

function creditOf(row: ScoredRow, instance: Pick<Instance, 'id' | 'episode'>) {
  try {
    return checkCredit(row.credit, instance);
  } catch (error) {
    throw error instanceof CreditbenchError ? refused(row, error.message) : error;
  }
}

function differenceText({ path, claimed, found }: Difference): string {
  const text = (value: unknown) => (value === undefined ? 'nothing' : brief(value));
  return `${path} is claimed as ${text(claimed)}; recomputed it is ${text(found)}`;
}

function typedTruth({ 'first-error': firstError, standardErrors, ...numeric }: ScoredRow['truth']): Truth {
  return {
    ...typedNumbers(numeric),
    ...(firstError === undefined ? {} : { 'first-error': firstError }),
    ...(standardErrors === undefined ? {} : { standardErrors: typedNumbers(standardErrors) }),
  };
}

function typedNumbers(numbers: { readonly [E in NumericEstimand]?: readonly number[] | undefined }) {
  return Object.fromEntries(
    Object.entries(numbers).flatMap(([estimand, values]) =>
      values === undefined ? [] : [[estimand, Float64Array.from(values)]],
    ),
  );
}

function refused(row: CellRow, message: string): CreditbenchError {
  return new CreditbenchError('refused', `${cellText(row)}: ${message}`);
}
