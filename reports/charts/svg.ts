import type { TopLevelSpec } from 'vega-lite';

/** A chart as SVG text, drawn without a browser; `id` sets the ids inside apart from those of other charts on the page. */
export async function renderSvg(spec: TopLevelSpec, id: string): Promise<string> {
  // Loaded on first use: vega takes longer to load than most commands run.
  const [{ compile }, { parse, View }] = await Promise.all([import('vega-lite'), import('vega')]);
  const view = new View(parse(compile(spec).spec), { renderer: 'none' });
  try {
    return placed(await view.toSVG(), id);
  } finally {
    view.finalize();
  }
}

/** Hidden from assistive technology, which is told the page's own words; vega's running ids become ids of this chart. */
function placed(svg: string, id: string): string {
  const given = [...new Set([...svg.matchAll(/<clipPath id="(\w+)"/g)].map(([, name]) => name ?? ''))];
  const renamed = given.reduce(
    (text, name, index) =>
      text.replaceAll(`url(#${name})`, `url(#${id}-${index})`).replaceAll(`id="${name}"`, `id="${id}-${index}"`),
    svg,
  );
  return renamed.replace('<svg ', '<svg aria-hidden="true" focusable="false" ');
}
