import type { Summary } from '../summary.ts';
import { renderCsv } from './csv.ts';
import { renderHtml } from './html.ts';
import { renderJson } from './json.ts';
import { renderLatex } from './latex.ts';
import { renderMarkdown } from './markdown.ts';

export type Format = { readonly file: string; readonly render: (summary: Summary) => string | Promise<string> };

/** Every way to print a report, by the name it has on the command line. */
export const formats: Readonly<Record<'html' | 'markdown' | 'latex' | 'csv' | 'json', Format>> = {
  html: { file: 'index.html', render: renderHtml },
  markdown: { file: 'report.md', render: renderMarkdown },
  latex: { file: 'tables.tex', render: renderLatex },
  csv: { file: 'scores.csv', render: renderCsv },
  json: { file: 'summary.json', render: renderJson },
};
