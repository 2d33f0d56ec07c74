import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lineStyles } from '../../../reports/charts/line-styles.ts';
import { paperColours } from '../../../reports/figures/paper-colours.ts';

const sheets = ['style', 'figure-style'].map((name) =>
  readFileSync(new URL(`../../../reports/templates/${name}.css`, import.meta.url), 'utf8'),
);
const [light, dark] = [rootsOf(0), rootsOf(1)];

test('paper colours > a file has the light colours of the page', () => {
  const { paper, ...others } = paperColours;
  expect(paper).toBe('#ffffff');
  for (const [name, colour] of Object.entries(others)) expect([name, light.get(name)]).toEqual([name, colour]);
});

test.each([
  ['light', light],
  ['dark', dark],
] as const)('paper colours > names of lines can be read on %s paper: contrast 4.5 or more', (_, colours) => {
  for (const { colour } of lineStyles) {
    const name = colour.slice('var(--'.length, -1);
    expect(contrast(colours.get(name)!, colours.get('paper')!), name).toBeGreaterThanOrEqual(4.5);
  }
});

test('paper colours > no two lines share a colour, dashes or a shape', () => {
  for (const read of [
    (style: (typeof lineStyles)[number]) => style.colour,
    (style: (typeof lineStyles)[number]) => style.dash.join(),
    (style: (typeof lineStyles)[number]) => style.shape,
  ])
    expect(new Set(lineStyles.map(read)).size).toBe(lineStyles.length);
});

/** The custom properties of the n-th `:root` of both sheets. */
function rootsOf(place: number): Map<string, string> {
  return new Map(
    sheets.flatMap((sheet) => {
      const block = [...sheet.matchAll(/:root \{([^}]*)\}/g)][place]![1]!;
      return [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, colour]): [string, string] => [
        name!,
        colour!,
      ]);
    }),
  );
}

/** WCAG 2: relative luminances, lighter to darker. */
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
