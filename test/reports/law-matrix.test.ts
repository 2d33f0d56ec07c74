import { expect, test } from 'vitest';
import type { LawRow } from '../../harness/row.ts';
import { lawMatrix, lawText } from '../../reports/law-matrix.ts';
import { exampleSummary } from './example-summary.ts';

const row = (claim: LawRow['claim'], verdict: LawRow['verdict']): LawRow => ({
  schema: 1,
  kind: 'law',
  method: 'kernel-shap',
  code: '0.1.0',
  law: 'efficiency',
  claim,
  verdict,
  trials: 5,
});

test.each([
  ['always', 'held', 'kept', 'kept'],
  ['in-expectation', 'held', 'kept', 'kept in mean'],
  [null, 'held', 'held', 'held'],
  ['always', 'violated', 'broken', 'PROMISE BROKEN'],
  ['in-expectation', 'violated', 'broken', 'PROMISE BROKEN'],
  [null, 'violated', 'violated', 'violated'],
  ['always', 'not-applicable', 'not-applicable', 'n/a'],
] as const)('law matrix > promised %s and %s is %s', (claim, verdict, state, words) => {
  const cell = lawMatrix({ ...exampleSummary, laws: [row(claim, verdict)] }).lines[0]?.cells[0];
  expect(cell?.state).toBe(state);
  expect(lawText(cell!).words).toBe(words);
});

test('law matrix > a law tried on one method only is not tried on the others', () => {
  const { laws, lines } = lawMatrix(exampleSummary);
  expect(laws).toEqual(['efficiency', 'symmetry']);
  expect(lines.map(({ cells }) => cells.map(({ state }) => state))).toEqual([
    ['kept', 'kept'],
    ['broken', 'not-tried'],
    ['violated', 'held'],
    ['not-applicable', 'not-tried'],
  ]);
});

test('law matrix > no two states look alike without colour', () => {
  const states = [
    { state: 'kept', claim: 'always' },
    { state: 'kept', claim: 'in-expectation' },
    { state: 'held', claim: null },
    { state: 'broken', claim: 'always' },
    { state: 'violated', claim: null },
    { state: 'not-applicable', claim: null },
    { state: 'not-tried', claim: null },
  ] as const;
  expect(new Set(states.map((cell) => lawText(cell).symbol)).size).toBe(states.length);
});
