import { expect, test } from 'vitest';
import { lawsView } from '../../../reports/views/law-view.ts';
import { hostile } from '../example-manifest.ts';
import { exampleSummary } from '../example-summary.ts';

test('laws > promises are counted apart from what was never promised', () => {
  const { promises, violations, unpromised, unpromisedTitle } = lawsView(exampleSummary);
  expect(promises).toBe('3 promises of 4 methods: 2 held, 1 broken.');
  expect(violations.map(({ method, isBroken }) => [method, isBroken])).toEqual([[hostile.html, true]]);
  expect(unpromised.map(({ method, isBroken }) => [method, isBroken])).toEqual([['leave-one-out', false]]);
  expect(unpromisedTitle).toBe('Violated, but never promised (1)');
});

test('laws > a promise that does not apply neither held nor broke', () => {
  const laws = exampleSummary.laws.map((row) =>
    row.verdict === 'not-applicable' ? { ...row, claim: 'always' as const } : row,
  );
  expect(lawsView({ ...exampleSummary, laws }).promises).toBe(
    '4 promises of 4 methods: 2 held, 1 broken, 1 does not apply.',
  );
});

test('laws > the legend explains the states that occur, also what was not tried', () => {
  const { legend } = lawsView(exampleSummary);
  expect(legend.map(({ words }) => words)).toEqual([
    'kept',
    'kept in mean',
    'held',
    'violated',
    'PROMISE BROKEN',
    'n/a',
    'not tried',
  ]);
  const kept = exampleSummary.laws.filter(({ claim }) => claim === 'always').slice(0, 1);
  expect(lawsView({ ...exampleSummary, laws: kept }).legend.map(({ words }) => words)).toEqual(['kept']);
});

test('laws > controls stand last, and every link leads to a violation that is shown', () => {
  const uniform = { ...exampleSummary.laws[0]!, method: 'uniform' };
  const { lines, violations, unpromised } = lawsView({ ...exampleSummary, laws: [uniform, ...exampleSummary.laws] });
  expect(lines.map(({ control }) => control)).toEqual([false, false, false, false, true]);
  const ids = [...violations, ...unpromised].map(({ id }) => `#${id}`);
  const links = lines.flatMap(({ cells }) => cells.flatMap(({ link }) => (link === null ? [] : [link])));
  expect(links.toSorted()).toEqual(ids.toSorted());
});
