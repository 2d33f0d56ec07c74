import { expect, test } from 'vitest';
import { formats } from '../../reports/formats/catalog.ts';
import { renderBoards } from '../../reports/terminal.ts';
import { exampleSummary } from './example-summary.ts';

const golden = (name: string) => `../golden/reports/${name}`;

test.each(['markdown', 'latex', 'csv'] as const)('%s > prints the example as reviewed', async (name) => {
  const { file, render } = formats[name];
  await expect(await render(exampleSummary)).toMatchFileSnapshot(golden(file));
});

test.each([60, 110])('terminal > prints the example as reviewed at %d columns', async (width) => {
  await expect(renderBoards(exampleSummary, width)).toMatchFileSnapshot(golden(`boards-${width}.txt`));
});

test.each([24, 40, 60, 80, 110])('terminal > no line is longer than %d columns, headings aside', (width) => {
  const lines = renderBoards(exampleSummary, width).split('\n');
  const table = lines.filter((line) => !/mean over|does not beat/.test(line));
  expect(Math.max(...table.map((line) => [...line].length))).toBeLessThanOrEqual(width);
});

test('json > gives the summary back', async () => {
  const text = await formats.json.render(exampleSummary);
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(exampleSummary)));
  expect(text.endsWith('}\n')).toBe(true);
});

test('csv > one line per score, with every digit', async () => {
  const lines = String(await formats.csv.render(exampleSummary))
    .trimEnd()
    .split('\n');
  expect(lines).toHaveLength(exampleSummary.scores.length + 1);
  expect(lines[1]).toContain('0.0617283950617284');
});

test('every format > takes a summary without a single score', async () => {
  const empty = {
    ...exampleSummary,
    counts: { cells: 0, expected: 0, scored: 0, skipped: 0, failed: 0, stale: 0 },
    scores: [],
    absent: [],
    coverage: [],
    boards: [],
    baselines: [],
    laws: [],
    diagnostics: [],
    claims: [],
  };
  for (const format of Object.values(formats))
    if ('file' in format) expect(withoutScripts(String(await format.render(empty)))).not.toMatch(/undefined|NaN/);
    else expect(await format.renderAll(empty)).toEqual(new Map());
  expect(renderBoards(empty, 80)).toBe('no board has a score\n');
});

/** The page's own code may speak of undefined. */
function withoutScripts(text: string): string {
  return text.replace(/<script[^>]*>.*?<\/script>/gs, '');
}
