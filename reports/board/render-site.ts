import type { Site } from './site.ts';
import { siteData } from './site-data.ts';
import { siteTemplates } from './site-templates.ts';
import { historyView } from './views/history-view.ts';
import { indexView } from './views/index-view.ts';
import { listView } from './views/list-view.ts';
import { methodPageView } from './views/method-page-view.ts';
import { methodPath, taskPaths } from './views/site-paths.ts';
import { taskPageView, tasksView } from './views/task-page-view.ts';

/** The text of every file of the site of one board, or of several, each in a folder of its own; the same for the same boards. */
export function renderSites(sites: readonly Site[]): Map<string, string> {
  const render = siteTemplates();
  const pages = new Map<string, string>();
  for (const [index, site] of sites.entries()) {
    const prefix = sites.length === 1 ? '' : `board-${index + 1}/`;
    for (const [path, text] of pagesOf(site, render)) pages.set(prefix + path, text);
  }
  if (sites.length > 1) pages.set('index.html', render('list', listView(sites)));
  pages.set('board.json', siteData(sites, [...pages.keys()]));
  return pages;
}

function pagesOf(site: Site, render: ReturnType<typeof siteTemplates>): Map<string, string> {
  return new Map([
    ['index.html', render('index', indexView(site))],
    ['tasks.html', render('tasks', tasksView(site))],
    ['history.html', render('history', historyView(site))],
    ...site.listed.map((listed): [string, string] => {
      return [methodPath(listed.state.id), render('method', methodPageView(site, listed))];
    }),
    ...[...taskPaths(site.board)].map(([id, path]): [string, string] => [path, render('task', taskPageView(site, id))]),
  ]);
}
