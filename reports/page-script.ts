import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../harness/package.ts';

/** The files of `templates/scripts` that make the page's one script, in order; each may use what stands before it. */
export const scriptFiles = [
  'number-text.js',
  'packed-number.js',
  'state.js',
  'score-tables.js',
  'pair-list.js',
  'board-lines.js',
  'fold-frames.js',
  'folds.js',
  'sort.js',
  'filter.js',
  'case-data.js',
  'case-gaps.js',
  'case-tables.js',
  'case-words.js',
  'case-gap-list.js',
  'cases.js',
] as const;

/** The page's script, and the content security policy under which nothing else runs or loads. */
export function pageScript(): { readonly script: string; readonly policy: string } {
  const folder = join(packageRoot, 'reports', 'templates', 'scripts');
  const files = scriptFiles.map((file) => readFileSync(join(folder, file), 'utf8'));
  const script = `'use strict';\n${files.join('')}`;
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return { script, policy };
}
