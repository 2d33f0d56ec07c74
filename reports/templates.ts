import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { packageRoot } from '../harness/package.ts';

/** The text of `page.hbs` for a view. Every value is escaped; a name the view does not have is an error. */
export function renderPage(view: object): string {
  const folder = join(packageRoot, 'reports', 'templates');
  const handlebars = Handlebars.create();
  for (const file of readdirSync(folder))
    if (/\.(hbs|css)$/.test(file))
      handlebars.registerPartial(file.replace(/\.(hbs|css)$/, ''), readFileSync(join(folder, file), 'utf8'));
  // preventIndent: a partial inside <pre> must keep its lines as they are.
  return handlebars.compile('{{> page}}', { strict: true, preventIndent: true })(view);
}
