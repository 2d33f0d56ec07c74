import type { AuditRecord } from '../../harness/signals/audit-record.ts';
import { verifyRecord } from '../../harness/signals/verify-record.ts';
import { numberText } from '../number-text.ts';
import { type FailureView, failureView } from './failure-view.ts';
import type { MessageView } from './message-view.ts';
import { recordOf, type Signal } from './signal.ts';
import { type SuccessView, successView } from './success-view.ts';

/** Everything `audit-episode.hbs` lays out: one of `success` and `failure`. */
export type AuditView = {
  readonly id: string;
  readonly instance: string;
  readonly method: string;
  readonly problem: string;
  readonly facts: readonly { readonly name: string; readonly text: string }[];
  readonly messages: readonly MessageView[];
  readonly success: SuccessView | null;
  readonly failure: FailureView | null;
  /** What does not follow from the record's own numbers; empty where all of it was recomputed. */
  readonly differences: readonly string[];
};

/** One episode of the audit page. @param place its number on the page, from 1 */
export function auditView(signal: Signal, place: number): AuditView {
  const { instance, method, episode } = signal;
  const record = recordOf(signal, 'the audit page');
  const { outcome, range, theta, branch, calls } = record;
  const success = record.branch === 'success' ? successView(record, episode) : null;
  const failure = record.branch === 'failure' ? failureView(record) : null;
  return {
    id: `episode-${place}`,
    instance,
    method,
    problem: episode.problem,
    facts: [
      { name: 'outcome R', text: `${numberText(outcome)} in [${range.map(numberText).join(', ')}]` },
      { name: 'branch', text: `${branch}: R ${branch === 'success' ? '≥' : '<'} θ = ${numberText(theta)}` },
      { name: 'absent agents', text: record.null },
      { name: 'evaluator calls', text: String(calls.evaluator) },
      { name: 'judge calls', text: String(calls.judge) },
      { name: 'generated messages', text: String(calls.messages) },
      ...(record.valuesFrom === undefined ? [] : [{ name: 'values from', text: valuesText(record.valuesFrom) }]),
      ...(success?.facts ?? []),
      ...(failure?.facts ?? []),
    ],
    messages: success?.messages ?? failure?.messages ?? [],
    success,
    failure,
    differences: verifyRecord(record),
  };
}

function valuesText(from: NonNullable<AuditRecord['valuesFrom']>): string {
  return from.id === 'replay' ? `the mean of ${from.replays} replays per context` : from.id;
}
