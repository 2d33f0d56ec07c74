import type { Summary } from './summary.ts';
import { renderPage } from './templates.ts';
import { pageView } from './views/page-view.ts';

/** The report as one HTML file that needs nothing else: no network, no script, no font. */
export async function renderHtml(summary: Summary): Promise<string> {
  return renderPage(await pageView(summary));
}
