import { type ClaimLine, claimLines } from '../claim-lines.ts';
import { type DiagnosticTable, diagnosticTables } from '../diagnostic-tables.ts';
import type { Summary } from '../summary.ts';

/** A claim as `claims.hbs` lays it out; `state` is its class. */
export type ClaimView = ClaimLine & { readonly state: 'held' | 'broken' | 'open' };

export function claimViews(summary: Summary): ClaimView[] {
  return claimLines(summary).map((line, index) => ({
    ...line,
    id: `claim-${index + 1}`,
    state: line.verdict === 'holds' ? 'held' : line.verdict === 'does not hold here' ? 'broken' : 'open',
  }));
}

type Cell = { readonly name: string; readonly text: boolean };

/** A table of diagnostics as `diagnostics.hbs` lays it out. */
export type DiagnosticView = {
  readonly title: string;
  readonly heads: readonly Cell[];
  readonly lines: readonly (readonly Cell[])[];
};

export function diagnosticViews(summary: Summary): DiagnosticView[] {
  return diagnosticTables(summary).map(({ title, heads, texts, lines }: DiagnosticTable) => {
    const cells = (line: readonly string[]) => line.map((name, column) => ({ name, text: column < texts }));
    return { title, heads: cells(heads), lines: lines.map(cells) };
  });
}
