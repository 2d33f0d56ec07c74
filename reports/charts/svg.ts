import type { TopLevelSpec } from 'vega-lite';
import { plainSvg } from './plain-svg.ts';

/** A chart as SVG text, drawn without a browser; `id` sets the ids inside apart from those of other charts on the page. */
export async function renderSvg(spec: TopLevelSpec, id: string): Promise<string> {
  // Loaded on first use: vega takes longer to load than most commands run.
  const [{ compile }, { parse, View }] = await Promise.all([import('vega-lite'), import('vega')]);
  const view = new View(parse(compile(spec).spec), { renderer: 'none' });
  try {
    return rounded(placed(plainSvg(await view.toSVG()), id));
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

/** Places to a tenth of a pixel: the rest is arithmetic that differs between engines. */
function rounded(svg: string): string {
  return svg.replace(/ (?:d|transform|x|y|x1|x2|y1|y2|width|height)="[^"]*"/g, (attribute) =>
    attribute.replace(/-?\d+\.\d+(?:e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(1)) + 0)),
  );
}
