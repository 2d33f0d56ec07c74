import type { Law } from '../harness/contract.ts';
import { type LawRow, laws } from '../harness/row.ts';
import type { Summary } from './summary.ts';

export type LawState = 'kept' | 'held' | 'broken' | 'violated' | 'not-applicable' | 'not-tried';

/** One method on one law; `claim` is what it promises, `row` what was found. */
export type LawCell = {
  readonly law: Law;
  readonly state: LawState;
  readonly claim: LawRow['claim'];
  readonly row: LawRow | null;
};

/** Methods × the laws that were tried on any of them, in the order of the manifest. */
export type LawMatrix = {
  readonly laws: readonly Law[];
  readonly lines: readonly { readonly method: string; readonly title: string; readonly cells: readonly LawCell[] }[];
};

export function lawMatrix({ laws: rows, manifest }: Summary): LawMatrix {
  const tried = laws.filter((law) => rows.some((row) => row.law === law));
  const found = new Map(rows.map((row) => [JSON.stringify([row.method, row.law]), row]));
  const tested = new Set(rows.map(({ method }) => method));
  const known = manifest.suite.methods.filter(({ name }) => tested.has(name));
  const names = new Set(known.map(({ name }) => name));
  const others = [...tested].filter((name) => !names.has(name)).map((name) => ({ name, title: '', laws: {} }));
  const lines = [...known, ...others].map(({ name, title, laws: claims }) => ({
    method: name,
    title,
    cells: tried.map((law) => {
      const row = found.get(JSON.stringify([name, law])) ?? null;
      const claim = row?.claim ?? (claims as Partial<Record<Law, LawRow['claim']>>)[law] ?? null;
      return { law, row, claim, state: stateOf(row) };
    }),
  }));
  return { laws: tried, lines };
}

/** What the words of the matrix mean. */
export const lawLegend: readonly { readonly symbol: string; readonly words: string; readonly meaning: string }[] = [
  { symbol: '●', words: 'kept', meaning: 'promised always, and held' },
  { symbol: '◐', words: 'kept in mean', meaning: 'promised in expectation, and held' },
  { symbol: '○', words: 'held', meaning: 'though not promised' },
  { symbol: '×', words: 'violated', meaning: 'not promised either' },
  { symbol: '✖', words: 'PROMISE BROKEN', meaning: 'promised, and violated' },
  { symbol: '·', words: 'n/a', meaning: 'does not apply' },
];

/** A state in a symbol and in words, so that colour is never needed. */
export function lawText({ state, claim }: Pick<LawCell, 'state' | 'claim'>): { symbol: string; words: string } {
  switch (state) {
    case 'kept':
      return claim === 'always' ? { symbol: '●', words: 'kept' } : { symbol: '◐', words: 'kept in mean' };
    case 'held':
      return { symbol: '○', words: 'held' };
    case 'broken':
      return { symbol: '✖', words: 'PROMISE BROKEN' };
    case 'violated':
      return { symbol: '×', words: 'violated' };
    case 'not-applicable':
      return { symbol: '·', words: 'n/a' };
    case 'not-tried':
      return { symbol: '?', words: 'not tried' };
  }
}

function stateOf(row: LawRow | null): LawState {
  if (row === null) return 'not-tried';
  if (row.verdict === 'held') return row.claim === null ? 'held' : 'kept';
  if (row.verdict === 'violated') return row.claim === null ? 'violated' : 'broken';
  return 'not-applicable';
}
