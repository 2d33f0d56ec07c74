import { figuresOf } from '../figures/figures-of.ts';
import { standaloneSvg } from '../figures/standalone-svg.ts';
import type { Summary } from '../summary.ts';

/** Every figure as an SVG file, by its path inside the report's folder. */
export async function renderFigures(summary: Summary): Promise<ReadonlyMap<string, string>> {
  const figures = await figuresOf(summary);
  return new Map(figures.map((figure) => [`figures/${figure.name}.svg`, standaloneSvg(figure)]));
}
