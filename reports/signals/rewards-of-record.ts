import type { Episode } from '../../harness/contract.ts';
import { CreditbenchError } from '../../harness/errors.ts';
import type { AuditRecord } from '../../harness/signals/audit-record.ts';

/** The reward of every message: a share of its author's credit on success, the scalar twin on failure. @throws CreditbenchError `bad-credit` where the record is of another episode */
export function rewardsOfRecord(record: AuditRecord, { agents, messages }: Episode): Float64Array {
  const rewarded = record.branch === 'success' ? record.messages : record.scalar;
  const authors = record.branch === 'success' ? record.messages : record.steps;
  const bad = (message: string) => new CreditbenchError('bad-credit', `record of "${record.instance}": ${message}`);
  if (rewarded.length !== messages.length || authors.length !== messages.length)
    throw bad(`${rewarded.length} rewards and ${authors.length} authors for ${messages.length} messages`);
  return Float64Array.from(messages, ({ agent }, step) => {
    const name = agents[agent]!.id;
    if (rewarded[step]!.step !== step) throw bad(`reward ${step} is of step ${rewarded[step]!.step}`);
    if (authors[step]!.agent !== name)
      throw bad(`step ${step} is by "${authors[step]!.agent}"; the episode has it by "${name}"`);
    return rewarded[step]!.reward;
  });
}
