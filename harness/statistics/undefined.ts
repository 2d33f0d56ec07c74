/** Why a statistic has no value, as a sentence; statistics.md §1. */
export type Undefined = { readonly reason: string };

/** What a statistic returns where it has no value. */
export function undefinedFor(reason: string): Undefined {
  return { reason };
}

/** Whether a result, or a part of one, is a reason instead of a value. */
export function isUndefined(value: unknown): value is Undefined {
  return typeof value === 'object' && value !== null && 'reason' in value && typeof value.reason === 'string';
}
