import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { packageRoot } from '../../harness/package.ts';

export type SitePage = 'index' | 'method' | 'task' | 'tasks' | 'history' | 'list';

/** How the pages of a site are laid out: the text of a page for its view. Every value is escaped; a name the view does not have is an error. */
export function siteTemplates(): (page: SitePage, view: object) => string {
  const folder = join(packageRoot, 'reports', 'templates');
  const handlebars = Handlebars.create();
  for (const file of readdirSync(folder).filter((name) => name === 'style.css' || name.startsWith('board-site-')))
    handlebars.registerPartial(file.replace(/\.(hbs|css)$/, ''), readFileSync(join(folder, file), 'utf8'));
  const compiled = new Map<SitePage, Handlebars.TemplateDelegate>();
  return (page, view) => {
    const template =
      compiled.get(page) ?? handlebars.compile(`{{> board-site-${page}}}`, { strict: true, preventIndent: true });
    compiled.set(page, template);
    return template(view);
  };
}
