import fc from 'fast-check';
import { expect, test } from 'vitest';
import { criticalLayout } from '../../../reports/charts/critical-layout.ts';

const ranked = (...methods: string[]) => methods.map((method, index) => ({ method, meanRank: index + 1 }));

test("critical layout > Demšar's two bars overlap in one row and stand on two levels", () => {
  const { bars, levels } = criticalLayout({
    meanRanks: ranked('m+cf', 'm', 'cf', 'C4.5'),
    bars: [
      ['m+cf', 'm', 'cf'],
      ['cf', 'C4.5'],
    ],
  });
  expect(bars).toEqual([
    { members: [0, 1, 2], first: 0, last: 2, level: 0 },
    { members: [2, 3], first: 2, last: 3, level: 1 },
  ]);
  expect(levels).toBe(2);
});

test('critical layout > a bar over a method that is not in its set does not mark it', () => {
  const { bars } = criticalLayout({ meanRanks: ranked('a', 'b', 'c'), bars: [['c', 'a']] });
  expect(bars[0]).toMatchObject({ members: [0, 2], first: 0, last: 2 });
});

test('critical layout > bars that share no row share a level', () => {
  const { levels } = criticalLayout({
    meanRanks: ranked('a', 'b', 'c', 'd'),
    bars: [
      ['c', 'd'],
      ['a', 'b'],
    ],
  });
  expect(levels).toBe(1);
});

test('critical layout > where everything differs there is no bar', () => {
  expect(criticalLayout({ meanRanks: ranked('a', 'b'), bars: [] })).toMatchObject({ bars: [], levels: 0 });
});

test('critical layout > no two bars on one level share a row, and every bar has exactly the members of its set', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const sets = fc.array(fc.uniqueArray(fc.constantFrom(...names), { minLength: 2 }), { maxLength: 6 });
  fc.assert(
    fc.property(sets, (bars) => {
      const layout = criticalLayout({ meanRanks: ranked(...names), bars });
      for (const [index, a] of layout.bars.entries())
        for (const b of layout.bars.slice(index + 1))
          if (a.level === b.level) expect(a.last < b.first || b.last < a.first).toBe(true);
      const marked = layout.bars.map(({ members }) => members.map((row) => names[row]).join());
      expect(marked.toSorted()).toEqual(bars.map((set) => set.toSorted().join()).toSorted());
    }),
  );
});
