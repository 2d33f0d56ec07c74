import type { AuditRecord } from './audit-record.ts';
import { verifyFailure } from './verify-failure.ts';
import { verifySuccess } from './verify-success.ts';

/** Recomputes every signal of a record from the numbers above it; a sentence for each that does not hold, to 1e-9. */
export function verifyRecord(record: AuditRecord): string[] {
  const { outcome, theta, branch, range } = record;
  const [low, high] = range;
  const problems: string[] = [];
  if (!(low < high)) problems.push(`range is [${low}, ${high}]; expected the lower end first`);
  if (outcome < low || outcome > high) problems.push(`outcome is ${outcome}; expected a number in [${low}, ${high}]`);
  if (theta > high) problems.push(`theta is ${theta}; no outcome is above ${high}`);
  const expected = outcome >= theta ? 'success' : 'failure';
  if (branch !== expected)
    problems.push(`branch is "${branch}"; outcome ${outcome} under theta ${theta} is a ${expected}`);
  return [...problems, ...(record.branch === 'success' ? verifySuccess(record) : verifyFailure(record))];
}
