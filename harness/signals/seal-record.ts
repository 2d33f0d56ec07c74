import type { Instance } from '../contract.ts';
import { CreditbenchError } from '../errors.ts';
import type { AuditRecord, RecordDraft } from './audit-record.ts';

/** What a cell has cost when its record is sealed. */
type Price = { readonly evaluations: number; readonly judgements: number; readonly messages: number };

/**
 * The record of a cell: the method's draft, of this instance under its null, for what the meter says was spent.
 * @throws CreditbenchError `bad-credit` where the draft claims another null
 */
export function sealRecord(
  draft: RecordDraft,
  { id, null: declared }: Pick<Instance, 'id' | 'null'>,
  offersWorth: boolean,
  { evaluations, judgements, messages }: Price,
): AuditRecord {
  const absence = declared ?? (offersWorth ? 'declared' : 'none');
  if (draft.null !== undefined && draft.null !== absence)
    throw new CreditbenchError(
      'bad-credit',
      `the record claims the null "${draft.null}"; absent agents of instance "${id}" are replaced by "${absence}"`,
    );
  return {
    ...draft,
    kind: 'signals',
    instance: id,
    null: absence,
    calls: { evaluator: evaluations, judge: judgements, messages },
  };
}
