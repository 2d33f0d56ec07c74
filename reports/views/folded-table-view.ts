import { scriptJson } from '../script-json.ts';
import { linePack } from './line-pack.ts';
import type { TableView } from './table-view.ts';

/** A table of a board in a fold; the lines of a long one are packed as JSON and drawn when it is opened. */
export type FoldedTableView = TableView & { readonly pack: string | null };

/** So many lines make no page too large. */
const mostLaidOut = 40;

export function foldedTableView(table: TableView): FoldedTableView {
  const lines = table.groups.reduce((sum, group) => sum + group.lines.length, 0);
  if (lines <= mostLaidOut) return { ...table, pack: null };
  return {
    ...table,
    groups: table.groups.map((group) => ({ ...group, lines: [] })),
    pack: scriptJson(linePack(table)),
  };
}
