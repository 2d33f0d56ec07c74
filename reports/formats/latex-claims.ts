import { claimLines, claimQuestion } from '../claim-lines.ts';
import type { Summary } from '../summary.ts';
import { latexText } from './latex-text.ts';

/** The claims as a booktabs table; nothing where a run had none. */
export function latexClaims(summary: Summary): string[] {
  const lines = claimLines(summary);
  if (lines.length === 0) return [];
  return [
    [
      '\\begin{table}',
      '\\centering',
      '\\caption{Claims and what was measured.}',
      '\\label{tab:creditbench-claims}',
      '\\begin{tabular}{p{0.45\\linewidth}p{0.3\\linewidth}l}',
      '\\toprule',
      'Claim & Measured & Here \\\\',
      '\\midrule',
      ...lines.map(({ text, measured, verdict }) => `${[text, measured, verdict].map(latexText).join(' & ')} \\\\`),
      '\\bottomrule',
      '\\end{tabular}',
      `\\par\\smallskip{\\footnotesize ${latexText(claimQuestion)}}`,
      '\\end{table}',
    ].join('\n'),
  ];
}
