import { claimLines, claimQuestion } from '../claim-lines.ts';
import { diagnosticQuestion, diagnosticTables } from '../diagnostic-tables.ts';
import type { Summary } from '../summary.ts';
import { markdownFold, markdownTable, markdownText } from './markdown-text.ts';

/** The table of claims, and nothing where a run had none. */
export function markdownClaims(summary: Summary): string[] {
  const lines = claimLines(summary);
  if (lines.length === 0) return [];
  const table = markdownTable(
    ['claim', 'measured', 'here', 'expected', 'made of', 'source'],
    lines.map(({ text, measured, verdict, expected, terms, source }) => [
      markdownText(text),
      markdownText(measured),
      verdict === 'holds' ? verdict : `**${verdict}**`,
      expected,
      terms.map(markdownText).join('<br>'),
      markdownText(source),
    ]),
    6,
  );
  return ['## Claims', claimQuestion, table];
}

/** The tables of diagnostics, and nothing where a run had none. */
export function markdownDiagnostics(summary: Summary): string[] {
  const tables = diagnosticTables(summary);
  if (tables.length === 0) return [];
  return [
    '## Diagnostics',
    diagnosticQuestion,
    markdownFold(
      'The tables',
      tables.flatMap(({ title, heads, lines, texts }) => [
        `### ${markdownText(title)}`,
        markdownTable(
          heads,
          lines.map((line) => line.map(markdownText)),
          texts,
        ),
      ]),
    ),
  ];
}
