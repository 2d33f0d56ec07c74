/** Where two JSON values differ first; `undefined` is what is not there. */
export type Difference = { readonly path: string; readonly claimed: unknown; readonly found: unknown };

/** The first difference of two JSON values, numbers being equal to 12 digits; undefined where there is none. */
export function firstDifference(claimed: unknown, found: unknown, path: string): Difference | undefined {
  if (typeof claimed === 'number' && typeof found === 'number')
    return isSame(claimed, found) ? undefined : { path, claimed, found };
  if (Array.isArray(claimed) && Array.isArray(found)) {
    if (claimed.length !== found.length)
      return { path: `${path}.length`, claimed: claimed.length, found: found.length };
    return firstOf(claimed.map((value, index) => () => firstDifference(value, found[index], `${path}[${index}]`)));
  }
  if (isRecord(claimed) && isRecord(found)) {
    const keys = [...new Set([...Object.keys(found), ...Object.keys(claimed)])];
    return firstOf(keys.map((key) => () => firstDifference(own(claimed, key), own(found, key), `${path}.${key}`)));
  }
  return claimed === found ? undefined : { path, claimed, found };
}

/** What a record says under a key; what every object inherits, like "constructor", it does not say. */
function own(record: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Equal to 12 digits, or to 12 decimals where they are smaller than 1: engines differ in the last bits. */
function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstOf(questions: readonly (() => Difference | undefined)[]): Difference | undefined {
  for (const ask of questions) {
    const answer = ask();
    if (answer !== undefined) return answer;
  }
  return undefined;
}
