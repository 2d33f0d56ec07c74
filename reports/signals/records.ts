import { type AuditRecord, auditRecordSchema } from '../../harness/signals/audit-record.ts';
import { recordOf } from './signal.ts';
import type { SignalFormat } from './signal-format.ts';

/** A row per episode: everything its signals were made from, to be verified later. */
export const records: SignalFormat<AuditRecord> = {
  id: 'records',
  title: 'audit records: everything the signals were made from',
  conversational: 'never',
  schema: auditRecordSchema,
  rows: (signal) => ({ rows: [recordOf(signal, 'records')], dropped: [] }),
};
