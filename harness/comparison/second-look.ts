import { CreditbenchError } from '../errors.ts';
import type { CellRow, ScoredRow } from '../row.ts';
import type { Side } from './read-side.ts';
import { sameTruth } from './same-truth.ts';

/** Whether a second look is on fresh instances alone, or on some of the first: then the two are not independent. */
export function freshnessOf(first: Side, second: Side): 'fresh' | 'the same' {
  const truths = new Map(scoredRows(first).map((row) => [instanceOf(row), row.truth]));
  const isShared = scoredRows(second).some((row) => {
    const before = truths.get(instanceOf(row));
    return before !== undefined && sameTruth(before, row.truth);
  });
  return isShared ? 'the same' : 'fresh';
}

/**
 * @throws CreditbenchError `bad-usage` where a second look shares a draw with the first: the same task, instance, budget and seed,
 * unless the manifests of both say that their salts differ
 */
export function refuseSharedDraws(first: Side, second: Side): void {
  const [salt, other] = [first.manifest?.suite.salt, second.manifest?.suite.salt];
  if (salt !== undefined && other !== undefined && salt !== other) return;
  const known = new Map(scoredRows(first).map((row) => [cellOf(row), row]));
  for (const row of scoredRows(second)) {
    const same = known.get(cellOf(row));
    if (same !== undefined && sameTruth(same.truth, row.truth))
      throw new CreditbenchError(
        'bad-usage',
        `${second.name}: instance "${row.instance}" of ${row.task} at seed ${row.seed} is in ${first.name} already; expected fresh seeds`,
      );
  }
}

function scoredRows({ methods }: Side): ScoredRow[] {
  return [...methods.values()].flat().filter((row): row is ScoredRow => row.status === 'scored');
}

function cellOf({ task, version, instance, budget, seed }: CellRow): string {
  return JSON.stringify([task, version, instance, budget, seed]);
}

function instanceOf({ task, version, instance }: CellRow): string {
  return JSON.stringify([task, version, instance]);
}
