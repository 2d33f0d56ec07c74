import type { GateReport } from './gate-report.ts';
import { gateCells, gateHeads, gateNotes, outcomeWords, wordColumns } from './gate-words.ts';
import { columns } from './output.ts';
import { printable } from './printable.ts';

/** A gate for a terminal: the table, what needs a word, the outcome. */
export function gateText(report: GateReport): string {
  const lines = report.findings.map((finding) => gateCells(finding).map(printable));
  const right = gateHeads.map((_, place) => place).slice(wordColumns);
  return [
    ...(lines.length > 0 ? [columns([gateHeads, ...lines], right)] : []),
    ...(gateNotes(report).length > 0
      ? [
          gateNotes(report)
            .map((note) => `note: ${printable(note)}`)
            .join('\n'),
        ]
      : []),
    outcomeWords(report),
  ].join('\n\n');
}
