import { chartConfig, textSize } from './config.ts';

/** Vega's SVG as it looks, without what a picture that is described elsewhere does not need: classes, roles, usual values, empty shapes, the font of every word, clips that are the same. */
export function plainSvg(svg: string): string {
  const tags = svg.replace(/<[a-z][^>]*>/g, (tag) => tag.replace(idle, ''));
  const shapes = withoutEmptyGroups(tags.replace(/<path d="(?:M0,0h0v0h0Z)?"\/>/g, ''));
  return onceClipped(shapes).replace('<svg ', `<svg font-family="${chartConfig.font}" font-size="${textSize}px" `);
}

const idle = new RegExp(
  ` (?:class="(?!marks")[^"]*"|(?:role|aria-hidden|aria-roledescription|pointer-events|xmlns:xlink|version)="[^"]*"|opacity="1"|stroke-dasharray="1,0"|text-anchor="start"|display="none"|transform="translate\\(0,0\\)"|[xy]2="0"|font-family="${chartConfig.font}"|font-size="${textSize}px")`,
  'g',
);

function withoutEmptyGroups(svg: string): string {
  const less = svg
    .replace(/<g[^>]*\/>/g, '')
    .replace(/<g[^>]*><\/g>/g, '')
    .replace(/<g>((?:(?!<\/?g[ >]).)*)<\/g>/g, '$1');
  return less === svg ? svg : withoutEmptyGroups(less);
}

/** Every layer of a panel has the clip of its own that all of them have. */
function onceClipped(svg: string): string {
  const first = new Map<string, string>();
  return [...svg.matchAll(/<clipPath id="(\w+)">(.*?)<\/clipPath>/g)].reduce((text, [clip, id = '', shape = '']) => {
    const known = first.get(shape);
    if (known === undefined) first.set(shape, id);
    return known === undefined ? text : text.replace(clip, '').replaceAll(`url(#${id})`, `url(#${known})`);
  }, svg);
}
