import { plainText } from '../formats/plain-text.ts';
import type { Figure } from './figure.ts';
import { paperColours } from './paper-colours.ts';

const gap = 12;
const headingHeight = 16;
const titleHeight = 22;
const columns = 3;

/** A figure as one SVG file that needs no style sheet and no font of its own: light colours, panels side by side, words for screen readers. */
export function standaloneSvg({ title, caption, panels }: Figure): string {
  const parts = panels.map(({ svg }) => sizeOf(svg));
  const head = panels.some(({ heading }) => heading !== null) ? headingHeight : 0;
  const top = panels.length > 1 ? titleHeight : 0;
  const across = Math.min(columns, panels.length);
  const [wide, high] = [Math.max(...parts.map(({ width }) => width)), Math.max(...parts.map(({ height }) => height))];
  const width = across * (wide + gap) - gap;
  const height = Math.ceil(panels.length / across) * (high + head + gap) - gap + top;
  const drawn = panels.map(({ heading, svg }, index) => {
    const [x, y] = [(index % across) * (wide + gap), top + Math.floor(index / across) * (high + head + gap)];
    const words =
      heading === null
        ? ''
        : `<text x="${x}" y="${y + 12}" font-family="monospace" font-size="11px" fill="var(--ink)">${escaped(heading)}</text>`;
    return `${words}\n${svg.replace('<svg ', `<svg x="${x}" y="${y + head}" `)}`;
  });
  const description = [...caption, ...panels.map(({ label }) => label)].join(' ');
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="var(--paper)"/>`,
    ...(top === 0
      ? []
      : [
          `<text y="12" font-family="sans-serif" font-size="13px" font-weight="600" fill="var(--ink)">${escaped(title)}</text>`,
        ]),
    ...drawn,
    '</svg>',
  ].join('\n');
  return `${baked(text)}\n`;
}

/** @throws Error for a colour that has no value on paper. */
function baked(svg: string): string {
  return svg.replaceAll('system-ui, sans-serif', 'sans-serif').replace(/="var\(--([\w-]+)\)"/g, (_, name: string) => {
    const colour = paperColours[name];
    if (colour === undefined) throw new Error(`no colour on paper for "${name}"`);
    return `="${colour}"`;
  });
}

function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

function escaped(text: string): string {
  return plainText(text).replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
}
