import { unknownName } from '../errors.ts';
import type { CellRow } from '../row.ts';
import { parseSelection } from '../selection.ts';
import type { Side } from './read-side.ts';

/** A method's cells under its canonical name, options in alphabetical order. @throws CreditbenchError `unknown-name` where the journal has none of it */
export function methodRows(
  { methods }: Pick<Side, 'methods'>,
  typed: string,
): { readonly name: string; readonly rows: readonly CellRow[] } {
  const name = methods.has(typed) ? typed : canonicalName(typed);
  const rows = methods.get(name);
  if (rows === undefined) throw unknownName('method', name, [...methods.keys()].toSorted());
  return { name, rows };
}

function canonicalName(typed: string): string {
  const { id, given } = parseSelection(typed);
  const options = Object.entries(given).map(([key, value]) => `${key}=${value}`);
  return options.length === 0 ? id : `${id}[${options.toSorted().join(',')}]`;
}
