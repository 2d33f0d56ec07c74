import { expect, test } from 'vitest';
import { linePanel, type PanelLine } from '../../../reports/charts/line-panel.ts';
import { renderSvg } from '../../../reports/charts/svg.ts';

const frame = {
  width: 100,
  height: 100,
  padding: { left: 0, right: 0, top: 0, bottom: 0 },
  across: { scale: { domain: [0, 2], nice: false }, axis: {} },
  up: { low: 0, high: 1 },
  upAxis: {},
};
const line = (colour: string, values: readonly number[], rest: Partial<PanelLine> = {}): PanelLine => ({
  style: { colour, dash: [1, 0], shape: 'circle' },
  width: 1,
  band: false,
  dots: false,
  points: values.map((value, x) => ({ x, value, low: value, high: value, joined: true })),
  ...rest,
});
const paths = async (lines: readonly PanelLine[]) => {
  const svg = await renderSvg(linePanel(lines, [], frame), 'panel');
  return [...svg.matchAll(/<path d="([^"]*)" stroke="(\w+)"/g)].map(([, path, colour]) => [colour, path]);
};

test('line panel > plain neighbours of one style are one path, each line whole and in its own order', async () => {
  expect(await paths([line('grey', [0, 0.5, 1]), line('grey', [1, 0.5, 0.5]), line('blue', [0, 1, 0])])).toEqual([
    ['grey', 'M0,100L50,50L100,0M0,0L50,50L100,50'],
    ['blue', 'M0,100L50,0L100,100'],
  ]);
});

test('line panel > lines of another width or with dots, and those that are no neighbours, stand alone', async () => {
  const [one, wide] = [line('grey', [0, 0, 0]), line('grey', [1, 1, 1], { width: 2 })];
  expect(await paths([one, wide])).toHaveLength(2);
  expect(await paths([one, line('blue', [1, 1, 1]), one])).toHaveLength(3);
  expect(await paths([one, line('grey', [1, 1, 1], { dots: true })])).toHaveLength(2);
});

test('line panel > a point that is not joined breaks no line and is in none', async () => {
  const apart = line('grey', [0, 1, 1]);
  const last = { ...apart.points[2]!, joined: false };
  const cut = { ...apart, points: [...apart.points.slice(0, 2), last] };
  expect(await paths([cut, line('grey', [1, 1, 1])])).toEqual([['grey', 'M0,100L50,0M0,0L50,0L100,0']]);
});
