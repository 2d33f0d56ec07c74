import { expect, test } from 'vitest';
import { coverageGroups } from '../../reports/coverage-groups.ts';
import type { CoverageEntry } from '../../reports/summary.ts';

const entry = (task: string, method: string, budget: number | null, reason: string, failed = false): CoverageEntry => ({
  task,
  method,
  budget,
  scored: 0,
  skipped: failed ? 0 : 2,
  failed: failed ? 2 : 0,
  reasons: [{ status: failed ? 'failed' : 'skipped', reason, cells: 2 }],
});

test('coverage groups > one reason over methods × tasks × budgets is one group', () => {
  const coverage = ['t1', 't2'].flatMap((task) =>
    ['a', 'b', 'c'].flatMap((method) => [null, 64].map((budget) => entry(task, method, budget, 'needs replay'))),
  );
  expect(coverageGroups({ coverage })).toEqual([
    {
      status: 'skipped',
      reason: 'needs replay',
      methods: ['a', 'b', 'c'],
      tasks: ['t1', 't2'],
      budgets: [64, null],
      cells: 24,
    },
  ]);
});

test('coverage groups > every cell is in exactly one group, and a group claims no other', () => {
  const coverage = [
    entry('t1', 'a', 1, 'r'),
    entry('t2', 'a', 1, 'r'),
    entry('t1', 'b', 1, 'r'),
    entry('t1', 'c', 2, 'r'),
  ];
  const covered = coverageGroups({ coverage }).flatMap(({ methods, tasks, budgets }) =>
    methods.flatMap((method) => tasks.flatMap((task) => budgets.map((budget) => `${task}|${method}|${budget}`))),
  );
  expect(covered.toSorted()).toEqual(coverage.map((e) => `${e.task}|${e.method}|${e.budget}`).toSorted());
});

test('coverage groups > failures come first, however few', () => {
  const coverage = [entry('t1', 'a', 1, 'r'), entry('t2', 'a', 1, 'r'), entry('t1', 'b', 1, 'x', true)];
  expect(coverageGroups({ coverage }).map(({ status }) => status)).toEqual(['failed', 'skipped']);
});
