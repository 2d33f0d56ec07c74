import { markdownCode, markdownTable, markdownText } from '../../reports/formats/markdown-text.ts';
import type { GateReport } from './gate-report.ts';
import { gateCells, gateHeads, gateNotes, outcomeWords, wordColumns } from './gate-words.ts';

/** A gate for the comment on a pull request; every name and reason stays text. */
export function gateMarkdown(report: GateReport): string {
  const lines = report.findings.map((finding) =>
    gateCells(finding).map((cell, place) => (place < 2 ? markdownCode(cell) : markdownText(cell))),
  );
  return [
    `**${markdownText(outcomeWords(report))}**`,
    ...(lines.length > 0 ? [markdownTable(gateHeads, lines, wordColumns)] : []),
    ...(gateNotes(report).length > 0
      ? [
          gateNotes(report)
            .map((note) => `- ${markdownText(note)}`)
            .join('\n'),
        ]
      : []),
    `Baseline ${markdownCode(report.baseline)}, candidate ${markdownCode(report.candidate)}. A difference above 0 favours the candidate; it passes where it is at least −margin with confidence ${markdownText(String(1 - report.alpha))}.`,
  ].join('\n\n');
}
