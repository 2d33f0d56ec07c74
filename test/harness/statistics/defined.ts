import { isUndefined, type Undefined } from '../../../harness/statistics/undefined.ts';

/** A result that must have a value; throws its reason where it has none. */
export function defined<Value>(result: Value | Undefined): Value {
  if (isUndefined(result)) throw new Error(`undefined: ${result.reason}`);
  return result;
}
