import type { z } from 'zod';
import type { AnyMethod } from './define.ts';
import { CreditbenchError, unknownName } from './errors.ts';
import { brief, parseWith } from './files.ts';

/** A method with its options, under the name it was selected by: `c3[baseline=mean,fanout=2x4]`. */
export type SelectedMethod = {
  readonly name: string;
  readonly method: AnyMethod;
  readonly options: z.output<AnyMethod['options']>;
  /** What its answers depend on besides the cell: a release of ours, or the digest of the user's file. */
  readonly code: string;
};

/** `a,b[x=1,y=2],c` at the commas outside brackets. */
export function splitList(list: string): string[] {
  const items = list.match(/(?:[^,[\]]|\[[^\]]*\])+/g) ?? [];
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

/** `c3[fanout=2x4]` as the id and the options given. @throws CreditbenchError `bad-usage` */
export function parseSelection(text: string): { id: string; given: Record<string, string> } {
  const match = /^([^[\]]+?)(?:\[([^[\]]*)\])?$/.exec(text.trim());
  if (match === null)
    throw new CreditbenchError('bad-usage', `"${text}" is not a method; expected id or id[key=value,…]`);
  const given: Record<string, string> = {};
  for (const pair of (match[2] ?? '').split(',').filter((part) => part.trim() !== '')) {
    const [key, ...value] = pair.split('=');
    if (key === undefined || value.length === 0)
      throw new CreditbenchError('bad-usage', `"${text}": option "${pair}" has no value; expected key=value`);
    if (key.trim() in given)
      throw new CreditbenchError('bad-usage', `"${text}": option "${key.trim()}" is given twice`);
    given[key.trim()] = value.join('=').trim();
  }
  return { id: match[1]!, given };
}

/** The method under its canonical name: id, then the options given in alphabetical order. @throws CreditbenchError `bad-options` */
export function selectMethod(method: AnyMethod, given: Record<string, string>, code: string): SelectedMethod {
  const keys = Object.keys(given).toSorted();
  const name = keys.length === 0 ? method.id : `${method.id}[${keys.map((key) => `${key}=${given[key]}`).join(',')}]`;
  checkKeys(method, keys);
  const read = Object.fromEntries(keys.map((key) => [key, readValue(given[key]!)]));
  const asRead = method.options.safeParse(read);
  if (asRead.success) return { name, method, options: asRead.data, code };
  const asText = method.options.safeParse(given);
  if (asText.success) return { name, method, options: asText.data, code };
  try {
    return { name, method, options: parseWith(method.options, read, `method ${name}`), code };
  } catch (error) {
    throw error instanceof CreditbenchError ? new CreditbenchError('bad-options', error.message) : error;
  }
}

function checkKeys(method: AnyMethod, keys: readonly string[]): void {
  const shape = (method.options as { shape?: Record<string, unknown> }).shape;
  if (shape === undefined) return;
  const known = Object.keys(shape);
  const stray = keys.find((key) => !known.includes(key));
  if (stray === undefined) return;
  if (known.length === 0)
    throw new CreditbenchError('bad-options', `method "${method.id}" has no option ${brief(stray)}; it takes none`);
  throw unknownName(`${method.id} option`, stray, known);
}

function readValue(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
}
