import type { Credit, Episode } from '../../harness/contract.ts';
import { CreditbenchError } from '../../harness/errors.ts';
import type { AuditRecord } from '../../harness/signals/audit-record.ts';
import { rewardsOfRecord } from './rewards-of-record.ts';

/** One episode with what a method said of it; `source` is the input it came from, `instance` its own name in the file. */
export type Signal = {
  readonly source: string;
  readonly instance: string;
  readonly method: string;
  readonly episode: Episode;
  /** One per message; undefined where the method credits no messages. */
  readonly rewards: Float64Array | undefined;
  /** Undefined where the method keeps none. */
  readonly record: AuditRecord | undefined;
};

/** A credit as a signal: the rewards of its record where it has one, its message credit elsewhere. @throws CreditbenchError `bad-credit` where the record is of another episode */
export function signalOf(named: Pick<Signal, 'source' | 'instance' | 'method' | 'episode'>, credit: Credit): Signal {
  const record = credit.record && { ...credit.record, instance: named.instance };
  return { ...named, record, rewards: record ? rewardsOfRecord(record, named.episode) : credit.messages };
}

/** @throws CreditbenchError `refused` where the method credits no messages, `bad-credit` at a reward that JSON would make null */
export function rewardsOf({ method, instance, rewards }: Signal): Float64Array {
  if (rewards === undefined)
    throw new CreditbenchError('refused', `${method} gives no credit per message; training signals need one`);
  const step = rewards.findIndex((reward) => !Number.isFinite(reward));
  if (step < 0) return rewards;
  throw new CreditbenchError(
    'bad-credit',
    `reward of step ${step} is ${rewards[step]} (instance "${instance}"); expected a finite number`,
  );
}

/** @throws CreditbenchError `refused` where the method keeps no record; `what` cannot be made without */
export function recordOf({ method, record }: Signal, what: string): AuditRecord {
  if (record !== undefined) return record;
  throw new CreditbenchError(
    'refused',
    `${method} keeps no audit record, and ${what} needs one; use a method that does, such as evaluation-aligned`,
  );
}
