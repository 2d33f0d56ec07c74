import { expect, test } from 'vitest';
import type { Pair } from '../../../reports/resolution.ts';
import type { BoardTable } from '../../../reports/summary.ts';
import { pairsView } from '../../../reports/views/pairs-view.ts';
import { exampleBoards } from '../example-boards.ts';
import { exampleResolution } from '../example-resolution.ts';

const [template] = exampleBoards.filter(({ budget, estimand }) => budget === null && estimand === 'shapley');

/** A table of so many ranked methods, each better than all below it by its distance in rank. */
function tableOf(count: number): BoardTable {
  const names = Array.from({ length: count }, (_, rank) => `m${String(rank).padStart(3, '0')}`);
  const [standing] = template!.standings;
  const pairs = names.flatMap((first, rank) =>
    names
      .slice(rank + 1)
      .map((second, next): Pair => ({ ...exampleResolution.pairs[1]!, first, second, difference: next + 1 })),
  );
  return {
    ...template!,
    standings: names.map((method, rank) => ({ ...standing!, method, ranked: true, rank: rank + 1 })),
    resolution: { ...exampleResolution, comparisons: pairs.length, leader: names[0]!, pairs },
  };
}

test('pairs > nothing is shown where fewer than two methods are ranked', () => {
  expect(pairsView({ ...template!, resolution: null })).toBe(null);
});

test('pairs > the matrix says of both sides of a pair what the other side says, and nothing of the diagonal', () => {
  const { matrix } = pairsView(template!)!;
  const states = matrix!.lines.map(({ cells }) => cells.map((cell) => cell?.state ?? null));
  expect(states).toEqual([
    [null, 'undecided', 'first'],
    ['undecided', null, 'first'],
    ['second', 'second', null],
  ]);
  for (const [row, { cells }] of matrix!.lines.entries())
    for (const [column, cell] of cells.entries()) expect(cell?.link).toBe(matrix!.lines[column]!.cells[row]?.link);
});

test('pairs > every cell links to a line that is listed', () => {
  const { matrix, lists } = pairsView(tableOf(15))!;
  const ids = new Set(lists.flatMap(({ pairs }) => pairs.map(({ id }) => `#${id}`)));
  expect(ids.size).toBe(105);
  for (const { cells } of matrix!.lines)
    for (const cell of cells) expect(cell === null || ids.has(cell.link)).toBe(true);
});

test('pairs > of more than fifteen methods the leader, the neighbours and the rest are listed, each pair once', () => {
  const view = pairsView(tableOf(16))!;
  expect(view.matrix).toBe(null);
  expect(view.lists.map(({ pairs }) => pairs.length)).toEqual([15, 14, 91]);
  expect(new Set(view.lists.flatMap(({ pairs }) => pairs.map(({ place }) => place))).size).toBe(120);
  expect(view.lists[0]!.pairs.every(({ first }) => first === 'm000')).toBe(true);
});

test('pairs > the note names the test, the family and what p depends on', () => {
  const { note } = pairsView(template!)!;
  expect(note).toContain('Two-sided Wilcoxon signed-rank test, Holm over all 3 pairs of this table, α = 0.05.');
  expect(note).toContain('The raw p of a pair does not depend on who else is ranked');
  const jackknife = pairsView({
    ...template!,
    resolution: { ...exampleResolution, test: 'jackknife-t', comparisons: 1 },
  });
  expect(jackknife!.note).toContain('Student t test on jackknife pseudo-values, Holm over the only pair');
});

test('pairs > the legend explains the verdicts that occur and no others', () => {
  expect(pairsView(template!)!.legend.map(({ words }) => words)).toEqual(['better', 'worse', 'open']);
});
