import { expect, test } from 'vitest';
import type { CaseEntry } from '../../../reports/case-entry.ts';
import { caseViews } from '../../../reports/views/cases-view.ts';
import { shownCases } from '../../../reports/views/shown-cases.ts';
import { exampleSummary } from '../example-summary.ts';

const [relay] = exampleSummary.cases as [CaseEntry];
const casesOf = (tasks: number, each: number, credits: number): CaseEntry[] =>
  Array.from({ length: tasks * each }, (_, place) => ({
    ...relay,
    task: `task-${Math.floor(place / each)}`,
    instance: `${place % each}`,
    credits: Array.from({ length: credits }, () => relay.credits[0]!),
  }));
const instances = (cases: readonly CaseEntry[]) => cases.map(({ task, instance }) => `${task} ${instance}`);

test('shown cases > few are all shown', () => {
  const cases = casesOf(3, 4, 500);
  expect(shownCases(cases)).toEqual(cases);
  expect(shownCases([])).toEqual([]);
});

test('shown cases > of many each task keeps its first, equally many', () => {
  expect(instances(shownCases(casesOf(3, 4, 600)))).toEqual(
    [0, 1, 2].flatMap((task) => [0, 1, 2].map((instance) => `task-${task} ${instance}`)),
  );
});

test('shown cases > every task keeps one, whatever it costs', () => {
  expect(instances(shownCases(casesOf(2, 3, 5000)))).toEqual(['task-0 0', 'task-1 0']);
});

test('shown cases > the page says how many it leaves to the summary', () => {
  expect(caseViews({ ...exampleSummary, cases: casesOf(3, 4, 600) }).question).toContain(
    '9 episodes of 3 tasks, a sample at the largest budget; 3 more in summary.json.',
  );
});
