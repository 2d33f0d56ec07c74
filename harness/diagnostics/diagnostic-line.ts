import type { DiagnosticLine } from '../diagnostic-row.ts';
import type { ClusteredMean } from '../statistics/clustered-mean.ts';

/** What is known of the error of a value; a sentence where its standard error is undefined. */
type Uncertainty = {
  readonly standardError?: number | string;
  readonly low?: number;
  readonly high?: number;
};

const normal95 = 1.959963984540054;

/** A measured line; a standard error without an interval gives the normal 95 % one. */
export function line(
  name: string,
  role: string | null,
  value: number,
  count: number,
  { standardError, low, high }: Uncertainty = {},
  beside?: string,
): DiagnosticLine {
  const error = typeof standardError === 'number' ? standardError : null;
  return {
    name,
    role,
    value,
    standardError: error,
    low: low ?? (error === null ? null : value - normal95 * error),
    high: high ?? (error === null ? null : value + normal95 * error),
    count,
    ...(beside === undefined ? {} : { beside }),
  };
}

export function clusteredLine(
  name: string,
  role: string | null,
  { mean, standardError, count }: ClusteredMean,
  beside?: string,
): DiagnosticLine {
  return line(name, role, mean, count, { standardError }, beside);
}

export function undefinedLine(name: string, role: string | null, reason: string): DiagnosticLine {
  return { name, role, reason };
}
