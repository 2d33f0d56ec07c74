import type { Credit, Instance } from './contract.ts';
import { CreditbenchError } from './errors.ts';
import { brief, pathText } from './files.ts';
import { type AuditRecord, auditRecordSchema } from './signals/audit-record.ts';

/** A method's return as a credit of this instance. @throws CreditbenchError `bad-credit`: wrong length, not finite, no such step. */
export function checkCredit(returned: unknown, { id, episode }: Pick<Instance, 'id' | 'episode'>): Credit {
  const bad = (message: string) => new CreditbenchError('bad-credit', `${message} (instance "${id}")`);
  if (typeof returned !== 'object' || returned === null) throw bad(`credit is ${brief(returned)}; expected an object`);
  const { agents, messages, firstError, firstErrorAgent, record } = returned as { [key in keyof Credit]?: unknown };

  const numbers = (name: 'agents' | 'messages', value: unknown): Float64Array => {
    if (!(value instanceof Float64Array) && !Array.isArray(value))
      throw bad(`credit.${name} is ${brief(value)}; expected numbers`);
    const expected = episode[name].length;
    if (value.length !== expected) throw bad(`credit has ${value.length} numbers for ${expected} ${name}`);
    const wrong = value.findIndex((number) => !Number.isFinite(number));
    if (wrong >= 0) throw bad(`credit.${name}[${wrong}] is ${brief(value[wrong])}; expected a finite number`);
    return Float64Array.from(value);
  };
  const index = (name: string, value: unknown, length: number): number => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < length) return value;
    throw bad(`credit.${name} is ${brief(value)}; expected a whole number from 0 to ${length - 1}`);
  };
  const audited = (value: unknown): AuditRecord => {
    const read = auditRecordSchema.safeParse(value);
    if (read.success) return read.data;
    const { path, message } = read.error.issues[0]!;
    throw bad(`${pathText(['credit', 'record', ...path])} is not part of an audit record: ${message}`);
  };

  const credit: Credit = {
    ...(agents === undefined ? {} : { agents: numbers('agents', agents) }),
    ...(messages === undefined ? {} : { messages: numbers('messages', messages) }),
    ...(firstError === undefined
      ? {}
      : { firstError: firstError === null ? null : index('firstError', firstError, episode.messages.length) }),
    ...(firstErrorAgent === undefined
      ? {}
      : { firstErrorAgent: index('firstErrorAgent', firstErrorAgent, episode.agents.length) }),
  };
  if (Object.keys(credit).length === 0) throw bad('credit names neither agents, messages nor firstError');
  return record === undefined ? credit : { ...credit, record: audited(record) };
}
