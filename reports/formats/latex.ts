import { allSections } from '../board-tables.ts';
import { suiteText, warnings } from '../overview.ts';
import type { Summary } from '../summary.ts';
import { latexClaims } from './latex-claims.ts';
import { latexTable } from './latex-table.ts';
import { latexText } from './latex-text.ts';

/** Every board at its largest budget as a booktabs table, to be read with `\input`. */
export function renderLatex(summary: Summary): string {
  const tables = allSections(summary).map(({ largest }) => latexTable(summary, largest));
  const version = latexText(summary.manifest.versions.creditbench);
  const head = `% creditbench ${version}: ${latexText(suiteText(summary))}\n% needs \\usepackage{booktabs}, and \\usepackage[T1]{fontenc} with pdfLaTeX`;
  return `${[head, ...warnings(summary).map((text) => `% WARNING: ${latexText(text)}`), ...tables, ...latexClaims(summary)].join('\n\n')}\n`;
}
