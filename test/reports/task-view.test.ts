import { expect, test } from 'vitest';
import { packedNumber } from '../../reports/views/packed-number.ts';
import { taskViews } from '../../reports/views/task-view.ts';
import { exampleSummary } from './example-summary.ts';

const [relay] = taskViews(exampleSummary).tasks;

test('task view > the largest budget is laid out, roles and other budgets are packed', () => {
  const { tasks, pack } = taskViews(exampleSummary);
  const part = tasks[0]!.parts[0]!;
  expect(part.largest?.table?.id).toBe('scores-1-shapley-unlimited');
  expect(part.largest?.place).toBeNull();
  expect(part.folded.map(({ id, title }) => [id, title])).toEqual([
    ['fold-scores-1-shapley-unlimited-role', 'no limit, by role'],
    ['fold-scores-1-shapley-64', '64 evaluator calls'],
  ]);
  const small = pack.tables[part.folded[1]!.place]!;
  expect(small).toMatchObject({ id: 'scores-1-shapley-64', budget: '64', metrics: ['relative-error'], roles: null });
  expect(small.values).toBe([0.12, 0.12 - 0.01, 0.12 + 0.01].map(packedNumber).join(''));
  expect(pack.lists[small.methods]?.map((place) => pack.methods[place])).toEqual(['kernel-shap']);
});

test('task view > in a report of very many scores the largest budget is packed too, and nothing is lost', () => {
  const filler = Array.from({ length: 60_001 }, () => ({ ...exampleSummary.scores[0]!, task: 'elsewhere' }));
  const { tasks, pack } = taskViews({ ...exampleSummary, scores: [...exampleSummary.scores, ...filler] });
  const part = tasks[0]!.parts[0]!;
  expect(part.largest?.table).toBeNull();
  const table = pack.tables[part.largest!.place!]!;
  expect(table.id).toBe('scores-1-shapley-unlimited');
  const laidOut = relay!.parts[0]!.largest!.table!;
  const numbers = laidOut.lines
    .flatMap(({ scores }) => scores)
    .flatMap(({ measured }) => [measured?.value ?? null, measured?.low ?? null, measured?.high ?? null]);
  expect(table.values).toBe(numbers.map(packedNumber).join(''));
  expect(table.marks).toEqual({ 1: 'a', 5: 'b' });
  expect(table.notes).toEqual(laidOut.notes);
});
