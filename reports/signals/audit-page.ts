import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { packageRoot } from '../../harness/package.ts';
import { auditView } from './audit-view.ts';
import type { Signal } from './signal.ts';

/** The audit page piece by piece, so that any number of episodes fits in memory; the pieces in order are one HTML file. */
export type AuditPage = {
  begin(facts: { readonly method: string; readonly inputs: string; readonly seed: number }): string;
  /** @throws CreditbenchError `refused` where the method keeps no record */
  episode(signal: Signal): string;
  end(totals: { readonly episodes: number; readonly rows: number; readonly dropped: readonly Dropped[] }): string;
};
export type Dropped = { readonly reason: string; readonly count: number };

/** Every value is escaped; a name that a view does not have is an error. */
export function auditPage(): AuditPage {
  const folder = join(packageRoot, 'reports', 'templates');
  const handlebars = Handlebars.create();
  for (const file of readdirSync(folder).filter((name) => /\.(hbs|css)$/.test(name)))
    handlebars.registerPartial(file.replace(/\.(hbs|css)$/, ''), readFileSync(join(folder, file), 'utf8'));
  const compiled = (name: string) => handlebars.compile(`{{> ${name}}}`, { strict: true, preventIndent: true });
  const [begin, episode, end] = [compiled('audit-begin'), compiled('audit-episode'), compiled('audit-end')];
  let place = 0;
  return { begin, episode: (signal) => episode(auditView(signal, ++place)), end };
}
