import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePaired, type HowToCompare, type PairedTask } from '../../../harness/comparison/compare-paired.ts';
import { randomNormal, randomOf } from '../../../harness/random.ts';

const how: HowToCompare = { test: 'wilcoxon', zeros: 'drop', alpha: 0.05, power: 0.8 };
const task = (name: string, ...differences: number[]): PairedTask => ({
  task: name,
  differences: Float64Array.from(differences),
});
/** Demšar's table 6, C4.5+m minus C4.5: W18. */
const demsar = [5, -8, 17, 33, 6, -5, 7, 0, 63, 0, 22, 47, 9, 21].map((thousandth) => thousandth / 1000);

describe('comparePaired', () => {
  it('gives the published signed-rank p of each zero rule', () => {
    const p = (zeros: HowToCompare['zeros']) => comparePaired([task('t', ...demsar)], { ...how, zeros }).p;
    expect([p('drop'), p('pratt'), p('split')]).toEqual([15 / 2048, 1 / 128, 1 / 128]);
  });

  it('gives mean, ordinary standard error and counts of one task, by hand', () => {
    const found = comparePaired([task('t', 0.3, -0.1, 0.2, 0.4)], how);
    expect(found).toMatchObject({ instances: 4, nonZero: 4, p: 0.25, exact: true, smallestP: 2 / 16, favours: 1 });
    expect(found.difference).toBeCloseTo(0.2, 12);
    // Squares around 0.2: 0.01 + 0.09 + 0 + 0.04 = 0.14.
    expect(found.standardError).toBeCloseTo(Math.sqrt(0.14 / 3 / 4), 12);
  });

  it('weighs tasks alike whatever their size', () => {
    const found = comparePaired([task('a', 1, 1, 1, 1, 1, 3), task('b', -1, -3)], how);
    expect(found.difference).toBeCloseTo((8 / 6 - 2) / 2, 12);
    // Variances: (5·(1/3)² + (5/3)²)/5 = 2/3 and 2.
    expect(found.standardError).toBeCloseTo(Math.sqrt((2 / 3 / 6 + 2 / 2) / 4), 12);
    expect(found.degreesOfFreedom).toBe(6);
  });

  it('gives a task of one instance the spread of the others, and no standard error where no task has two', () => {
    const mixed = comparePaired([task('a', 0, 2), task('b', 5)], how);
    expect(mixed.standardError).toBeCloseTo(Math.sqrt((2 / 2 + 2 / 1) / 4), 12);
    const single = comparePaired([task('a', 1), task('b', 5)], how);
    expect([single.standardError, single.more]).toEqual([null, null]);
  });

  it('takes 0.1 + 0.2 − 0.3 for no difference', () => {
    expect(comparePaired([task('t', 0.1 + 0.2 - 0.3, 0)], how)).toMatchObject({
      difference: 0,
      nonZero: 0,
      p: 1,
      favours: 0,
      more: null,
    });
    const tiny = { ...task('t', 1e-17, 2e-17, 3e-17), scale: 1e-16 };
    expect(comparePaired([tiny], how).nonZero).toBe(3);
  });

  it('finds a spread of exactly 0 in copies of 0.1', () => {
    expect(comparePaired([task('t', ...Array(6).fill(0.1))], how)).toMatchObject({
      standardError: 0,
      p: 2 / 64,
      more: 0,
    });
    expect(comparePaired([task('t', 0.1, 0.1)], how).more).toBe(4);
  });

  it('flips weighted differences: every sign pattern by brute force', () => {
    const tasks = [task('a', 0.5, -0.2, 0.3), task('b', 0.1, 0.7, -0.4, 0.6)];
    const weighed = tasks.flatMap(({ differences }) => Array.from(differences, (d) => d / (2 * differences.length)));
    const total = weighed.reduce((sum, value) => sum + value, 0);
    let reached = 0;
    for (let pattern = 0; pattern < 2 ** 7; pattern++) {
      const sum = weighed.reduce((so, value, place) => so + (pattern & (1 << place) ? value : -value), 0);
      if (Math.abs(sum) >= Math.abs(total) - 1e-12) reached++;
    }
    expect(comparePaired(tasks, { ...how, test: 'sign-flip' })).toMatchObject({ p: reached / 128, exact: true });
  });

  it('never claims a smaller p than drawn sign patterns can give', () => {
    const many = task('t', ...Array.from({ length: 40 }, (_, place) => 1 + place / 100));
    expect(comparePaired([many], { ...how, test: 'sign-flip' })).toMatchObject({
      exact: false,
      p: 1 / 10_001,
      smallestP: 1 / 10_001,
    });
  });

  it('tests jackknife values by Student t, which has no smallest p', () => {
    const found = comparePaired([task('t', 1, 2, 3)], { ...how, test: 'jackknife-t' });
    expect(found).toMatchObject({ smallestP: null, exact: false });
    // t = 2/(1/√3) with two degrees of freedom, whose tail is (1 − t/√(t² + 2))/2.
    expect(found.p).toBeCloseTo(1 - Math.sqrt(12) / Math.sqrt(14), 10);
  });

  it('says how many more instances would separate: W24 without the 20 at hand', () => {
    const base = [1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1];
    const unit = 0.1 / Math.sqrt(20 / 19);
    const found = comparePaired([task('t', ...base.map((sign) => 0.02 + sign * unit))], how);
    expect(found.more).toBe(197 - 20);
  });

  it('does not depend on the order of tasks and instances, and turns round with the methods', () => {
    const values = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 3 }), (lists) => {
        const tasks = lists.map((list, place) => task(`t${place}`, ...list.map((value) => value / 10)));
        const found = comparePaired(tasks, how);
        const turned = comparePaired(
          tasks
            .toReversed()
            .map(({ task: name, differences }) => ({ task: name, differences: differences.toReversed() })),
          how,
        );
        expect(turned.p).toBe(found.p);
        expect(turned.difference).toBeCloseTo(found.difference, 12);
        const negated = comparePaired(
          tasks.map(({ task: name, differences }) => ({ task: name, differences: differences.map((value) => -value) })),
          how,
        );
        expect([negated.p, negated.difference + 0, negated.favours + 0]).toEqual([
          found.p,
          0 - found.difference,
          0 - found.favours,
        ]);
      }),
    );
  });

  it('covers the true mean over tasks with its standard error', () => {
    const random = randomOf('compare-paired test');
    const trials = 2000;
    let squares = 0;
    let variances = 0;
    for (let trial = 0; trial < trials; trial++) {
      const draw = (size: number, spread: number) => Array.from({ length: size }, () => spread * randomNormal(random));
      const { difference, standardError } = comparePaired([task('a', ...draw(4, 1)), task('b', ...draw(9, 3))], how);
      squares += difference ** 2;
      variances += standardError! ** 2;
    }
    // Both estimate (1/4 + 9/9)/4; the mean square of a normal has relative standard error √(2/trials).
    const truth = 1.25 / 4;
    expect(Math.abs(squares / trials - truth)).toBeLessThan(4 * truth * Math.sqrt(2 / trials));
    expect(Math.abs(variances / trials - truth)).toBeLessThan(4 * truth * Math.sqrt(1 / trials));
  });

  it('refuses to compare nothing', () => {
    expect(() => comparePaired([task('t')], how)).toThrow('no differences to compare');
  });
});
