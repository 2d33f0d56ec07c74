import { expect, test } from 'vitest';
import { axisDomain } from '../../reports/axis-domain.ts';
import { boardSections, instancesOf } from '../../reports/board-tables.ts';
import { headlineSeries } from '../../reports/charts/series.ts';
import { standingGroups, whyUnranked } from '../../reports/standing-groups.ts';
import { hostile } from './example-manifest.ts';
import { exampleSummary } from './example-summary.ts';

test('board sections > the headline estimand first, the largest budget open', () => {
  const boards = exampleSummary.boards.toReversed();
  const sections = boardSections({ ...exampleSummary, boards }, 'agent');
  expect(sections.map(({ estimand, isHeadline }) => [estimand, isHeadline])).toEqual([
    ['shapley', true],
    ['removal', false],
  ]);
  expect(sections[0]?.largest.budget).toBeNull();
  expect(sections[0]?.smaller.map(({ budget }) => budget)).toEqual([64]);
});

test('instances of a table > are counted once per task, at its own budget and estimand', () => {
  const [small, large, removal] = exampleSummary.boards;
  expect([small!, large!, removal!].map((table) => instancesOf(exampleSummary, table))).toEqual([10, 20, 10]);
});

test('standing groups > ranked by tie group and rank, the others best first, controls apart', () => {
  const { ranked, shown, controls } = standingGroups(exampleSummary.boards[1]!);
  expect(ranked.map(({ method }) => method)).toEqual(['kernel-shap', 'shapley-permutation', hostile.html]);
  expect(shown.map(({ method }) => method)).toEqual([hostile.sheet, 'leave-one-out']);
  expect(controls.map(({ method }) => method)).toEqual(['oracle', 'uniform']);
  expect(shown.map((standing) => whyUnranked(exampleSummary, exampleSummary.boards[1]!, standing))).toEqual([
    'complete on 1 of 2 tasks',
    'targets removal',
  ]);
});

test('headline series > only methods and budgets that are complete are drawn', () => {
  const series = headlineSeries(exampleSummary.boards.slice(0, 2));
  expect(series.map(({ method }) => method)).toEqual([
    'kernel-shap',
    'shapley-permutation',
    hostile.html,
    'oracle',
    'uniform',
  ]);
  expect(series[0]?.points.map(({ budget }) => budget)).toEqual([64, null]);
});

test('axis domain > holds zero and the intervals, and leaves a wild value out', () => {
  const dot = (value: number) => ({ value, low: value - 0.1, high: value + 0.1 });
  expect(axisDomain([dot(0.5), dot(1)])).toEqual({ low: 0, high: 1.1 });
  expect(axisDomain([dot(-0.5)])).toEqual({ low: -0.6, high: 0 });
  expect(axisDomain([])).toEqual({ low: 0, high: 1 });
  const { high } = axisDomain([dot(0.5), dot(0.6), dot(0.7), dot(1), dot(1), dot(1e6)]);
  expect(high).toBeGreaterThan(1);
  expect(high).toBeLessThan(2);
});
