import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cliques } from '../../../harness/statistics/cliques.ts';
import { compactLetters } from '../../../harness/statistics/compact-letters.ts';
import { friedman } from '../../../harness/statistics/friedman.ts';
import { nemenyi } from '../../../harness/statistics/nemenyi.ts';
import { tieGroups } from '../../../harness/statistics/tie-groups.ts';
import { defined, demsarUntied, differsWhere } from './examples.ts';

const graph = fc.integer({ min: 1, max: 8 }).chain((methods) =>
  fc.record({
    meanRanks: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: methods, maxLength: methods }),
    differs: fc
      .array(fc.boolean(), { minLength: methods ** 2, maxLength: methods ** 2 })
      .map((flips) =>
        differsWhere(methods, (one, other) => flips[Math.min(one, other) * methods + Math.max(one, other)]!),
      ),
  }),
);

/** All subsets without a differing pair that no further method can join. */
const slowCliques = (differs: readonly (readonly boolean[])[]) => {
  const all = differs.map((_, method) => method);
  const isAlike = (set: readonly number[]) => set.every((one) => set.every((other) => !differs[one]![other]));
  return Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((method) => (bits >> method) & 1)).filter(
    (set) =>
      set.length > 0 && isAlike(set) && all.every((method) => set.includes(method) || !isAlike([...set, method])),
  );
};

const keyOf = (set: readonly number[]) => set.toSorted((a, b) => a - b).join();

describe('cliques', () => {
  it('gives the worked sets W36', () => {
    const differs = differsWhere(4, (one, other) => Math.abs(one - other) === 3);
    expect(cliques([1, 2, 3, 4], differs)).toEqual([
      [0, 1, 2],
      [1, 2, 3],
    ]);
  });

  it('gives the bars of Demšar’s example at .10, and one set at .05', () => {
    const { meanRanks } = defined(friedman(demsarUntied));
    const setsAt = (alpha: number) => {
      const { p } = defined(nemenyi(meanRanks, 14));
      return cliques(
        meanRanks,
        differsWhere(4, (one, other) => p[one]![other]! <= alpha),
      );
    };
    expect(setsAt(0.1)).toEqual([
      [3, 1, 2],
      [2, 0],
    ]);
    expect(setsAt(0.05)).toEqual([[3, 1, 2, 0]]);
  });

  it('finds every maximal set once, members and sets from the best', () => {
    fc.assert(
      fc.property(graph, ({ meanRanks, differs }) => {
        const found = cliques(meanRanks, differs);
        expect(found.map(keyOf).toSorted()).toEqual(slowCliques(differs).map(keyOf).toSorted());
        const place = (method: number) => meanRanks[method]! * 100 + method;
        for (const set of found) expect(set).toEqual(set.toSorted((a, b) => place(a) - place(b)));
        const bests = found.map((set) => place(set[0]!));
        expect(bests).toEqual(bests.toSorted((a, b) => a - b));
      }),
    );
  });

  it('gives singletons where all differ, one set where none does, none for none', () => {
    expect(
      cliques(
        [2, 1, 3],
        differsWhere(3, () => true),
      ),
    ).toEqual([[1], [0], [2]]);
    expect(
      cliques(
        [2, 1, 3],
        differsWhere(3, () => false),
      ),
    ).toEqual([[1, 0, 2]]);
    expect([cliques([], []), compactLetters([], []), tieGroups([], [])]).toEqual([[], [], []]);
  });

  it('refuses tables that contradict themselves', () => {
    expect(() =>
      cliques(
        [1, 2],
        [
          [false, true],
          [false, false],
        ],
      ),
    ).toThrow('differs[0][1] and differs[1][0] disagree');
    expect(() => cliques([1], [[true]])).toThrow('no method differs from itself');
    expect(() => cliques([1, 2], [[false]])).toThrow('expected 2, one per method');
    expect(() => tieGroups([1, 2], [[false, false], [false]])).toThrow('differs[1] has 1 entries');
    expect(() => compactLetters([NaN], [[false]])).toThrow('NaN');
  });
});

describe('compactLetters', () => {
  it('gives the worked letters W36', () => {
    const differs = differsWhere(4, (one, other) => Math.abs(one - other) === 3);
    expect(compactLetters([1, 2, 3, 4], differs)).toEqual(['a', 'ab', 'ab', 'b']);
  });

  it('shares a letter between two methods if and only if they do not differ, past z too', () => {
    const lettersOf = (text: string) => text.match(/[a-z]\d*/g)!;
    const expectShared = (meanRanks: readonly number[], differs: readonly (readonly boolean[])[]) => {
      const letters = compactLetters(meanRanks, differs).map(lettersOf);
      for (const [one, mine] of letters.entries())
        for (const [other, theirs] of letters.entries())
          expect(mine.some((letter) => theirs.includes(letter))).toBe(!differs[one]![other]);
    };
    fc.assert(
      fc.property(graph, ({ meanRanks, differs }) => {
        expectShared(meanRanks, differs);
      }),
    );
    const many = Array.from({ length: 60 }, (_, method) => method + 1);
    expectShared(
      many,
      differsWhere(60, (one, other) => Math.abs(one - other) > 1),
    );
    expect(
      compactLetters(
        many,
        differsWhere(60, () => true),
      ).slice(24, 28),
    ).toEqual(['y', 'z', 'a2', 'b2']);
  });
});

describe('tieGroups', () => {
  it('lets the best of those left anchor the next group', () => {
    const differs = differsWhere(4, (one, other) => Math.abs(one - other) >= 2);
    expect(tieGroups([1, 2, 3, 4], differs)).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(tieGroups([4, 3, 2, 1], differs)).toEqual([
      [3, 2],
      [1, 0],
    ]);
  });

  it('is a partition in which every member is alike its anchor and differs from earlier ones', () => {
    fc.assert(
      fc.property(graph, ({ meanRanks, differs }) => {
        const groups = tieGroups(meanRanks, differs);
        expect(groups.flat().toSorted((a, b) => a - b)).toEqual(meanRanks.map((_, method) => method));
        for (const [place, group] of groups.entries())
          for (const method of group) {
            expect(differs[group[0]!]![method]).toBe(false);
            expect(meanRanks[method]!).toBeGreaterThanOrEqual(meanRanks[group[0]!]!);
            for (const earlier of groups.slice(0, place)) expect(differs[earlier[0]!]![method]).toBe(true);
          }
      }),
    );
  });
});
