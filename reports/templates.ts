import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';

/** The text of `page.hbs` for a view. Every value is escaped; a name the view does not have is an error. */
export function renderPage(view: object): string {
  const folder = join(packageRoot(), 'reports', 'templates');
  const handlebars = Handlebars.create();
  for (const file of readdirSync(folder))
    handlebars.registerPartial(file.replace(/\.(hbs|css)$/, ''), readFileSync(join(folder, file), 'utf8'));
  // preventIndent: a partial inside <pre> must keep its lines as they are.
  return handlebars.compile('{{> page}}', { strict: true, preventIndent: true })(view);
}

/** The nearest folder above this file that holds a package.json; the same from the sources and from `dist`. */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}
