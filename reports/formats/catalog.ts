import type { Summary } from '../summary.ts';
import { renderCsv } from './csv.ts';
import { renderFigures } from './figures.ts';
import { renderHtml } from './html.ts';
import { renderJson } from './json.ts';
import { renderLatex } from './latex.ts';
import { renderMarkdown } from './markdown.ts';

/** A way to print a report as one file, or as a folder of files by their paths inside the report's folder. */
export type Format =
  | { readonly file: string; readonly render: (summary: Summary) => string | Promise<string> }
  | { readonly folder: string; readonly renderAll: (summary: Summary) => Promise<ReadonlyMap<string, string>> };

/** Every way to print a report, by the name it has on the command line. */
export const formats = {
  html: { file: 'index.html', render: renderHtml },
  markdown: { file: 'report.md', render: renderMarkdown },
  latex: { file: 'tables.tex', render: renderLatex },
  csv: { file: 'scores.csv', render: renderCsv },
  json: { file: 'summary.json', render: renderJson },
  figures: { folder: 'figures', renderAll: renderFigures },
} as const satisfies Readonly<Record<string, Format>>;
