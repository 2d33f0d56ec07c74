import { expect, test } from 'vitest';
import { figuresOf } from '../../../reports/figures/figures-of.ts';
import { formats } from '../../../reports/formats/catalog.ts';
import { numberText } from '../../../reports/number-text.ts';
import type { Summary } from '../../../reports/summary.ts';
import { renderReport } from '../../../reports/write-report.ts';
import { hostile } from '../example-manifest.ts';
import { exampleSummary } from '../example-summary.ts';

const figures = await figuresOf(exampleSummary);
const files = await formats.figures.renderAll(exampleSummary);

test('figures > there is one per board over budgets, and per table at every budget of a headline estimand', () => {
  expect([...files.keys()].toSorted()).toEqual([
    'figures/agent-removal-scores.svg',
    'figures/agent-shapley-budget.svg',
    'figures/agent-shapley-critical-no-limit.svg',
    'figures/agent-shapley-differences-64.svg',
    'figures/agent-shapley-differences-no-limit.svg',
    'figures/agent-shapley-profile-no-limit.svg',
    'figures/blame-first-error-scores.svg',
  ]);
});

test('figures > every name is a safe one, of its own', () => {
  for (const { name } of figures) expect(name).toMatch(/^[a-z0-9-]+$/);
  expect(new Set(figures.map(({ name }) => name)).size).toBe(figures.length);
});

test('figures > the format stands among the files of a report, which --check compares', async () => {
  const report = await renderReport(exampleSummary, ['csv', 'figures']);
  for (const [path, text] of files) expect(report.get(path)).toBe(text);
  expect(report.has('scores.csv')).toBe(true);
  expect((await renderReport(exampleSummary, ['csv'])).has('figures/agent-shapley-budget.svg')).toBe(false);
});

test('figures > the same bytes for any order of boards, methods and pairs', async () => {
  const turned: Summary = {
    ...exampleSummary,
    boards: exampleSummary.boards.toReversed().map((table) => ({
      ...table,
      standings: table.standings.toReversed(),
      profile: table.profile && { ...table.profile, lines: table.profile.lines.toReversed() },
      resolution: table.resolution && { ...table.resolution, pairs: table.resolution.pairs.toReversed() },
    })),
  };
  const again = await formats.figures.renderAll(turned);
  expect([...again].toSorted()).toEqual([...files].toSorted());
});

test('figures > a file needs no style sheet, holds no markup of a name and no number that is none', () => {
  for (const text of files.values()) {
    expect(text).not.toMatch(/var\(|currentColor|="[^"]*(NaN|undefined|Infinity)|<img|<script|href=/);
    expect(text).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" role="img"/);
  }
  expect(files.get('figures/agent-shapley-differences-64.svg')).toContain('&#60;img src=x onerror=alert(1)&#62;');
});

test('figures > the words of a picture carry its numbers', () => {
  const words = (name: string) =>
    figures
      .find((figure) => figure.name === name)!
      .panels.map(({ label }) => label)
      .join(' ');
  const largest = exampleSummary.boards.find(({ board, budget }) => board === 'agent' && budget === null)!;
  const drawn = largest.standings.filter(({ control, rank }) => control || rank !== null);
  expect(drawn).toHaveLength(5);
  for (const { method, metrics } of drawn)
    expect(
      words('agent-shapley-budget')
        .split('; ')
        .some(
          (part) =>
            part.includes(`${method}: `) &&
            part.includes(`${numberText(metrics['relative-error']!.value)} at no limit`),
        ),
      method,
    ).toBe(true);
  expect(words('agent-shapley-differences-no-limit')).toBe(
    `shapley-permutation behind kernel-shap by 0.0122 [−0.00570, 0.0301], corrected p 0.214: not settled; ${hostile.html} behind kernel-shap by 0.699 [0.610, 0.790], corrected p 5.72e−6: kernel-shap is better.`,
  );
  expect(words('agent-shapley-critical-no-limit')).toContain('kernel-shap 1.00, shapley-permutation 2.00');
});

test('figures > a profile and a diagram keep all digits of what they draw', () => {
  const numbers = (kind: string) => figures.find((figure) => figure.kind === kind)!.numbers!;
  const [first] = numbers('profile').lines;
  expect(first!.method).toBe('kernel-shap');
  expect(first!.cells.map(({ at, value }) => [at, value])).toEqual([
    [0, 0],
    [0.1, 0.45],
    [0.2, 0.8],
    [0.4, 0.95],
    [0.8, 1],
  ]);
  expect(numbers('critical').lines.map(({ cells }) => cells[0]!.value)).toEqual([1, 2, 3]);
});

test('figures > the classic diagram says that it depends on who is ranked, or why there is none', async () => {
  const critical = figures.find(({ kind }) => kind === 'critical')!;
  expect(critical.caption.join(' ')).toContain('depends on who else is ranked');
  expect(critical.caption.join(' ')).toContain('Iman–Davenport undefined: complete agreement');
});
