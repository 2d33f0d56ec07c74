import { describe, expect, it } from 'vitest';
import type { Bucket } from '../../../harness/diagnostics/bucket.ts';
import { exactInfluence } from '../../../harness/diagnostics/exact-influence.ts';
import { influence, influenceLimits } from '../../../harness/diagnostics/influence.ts';
import { randomOf, randomShares } from '../../../harness/random.ts';
import { bucketOf, defined, drawSymbol, meanOf } from './simulated.ts';

const answers = [0.55, 0.25, 0.15, 0.05];

/** A bucket whose candidates are followed by symbols of their own distribution. */
function heard(problem: string, conditionals: readonly ArrayLike<number>[], draws: number): Bucket {
  const random = randomOf('heard', problem, draws);
  const next = conditionals.map((chances) => Array.from({ length: draws }, () => String(drawSymbol(random, chances))));
  return bucketOf(
    conditionals.map(() => new Array<number>(draws).fill(0)),
    { problem, next },
  );
}

const uniform = (arms: number) => new Float64Array(arms).fill(1 / arms);

describe('exact influence', () => {
  it('is 0 without reaction, ln 2 for a perfect one, and H(Y) − H(Y|J) in between', () => {
    const same = [Float64Array.from(answers), Float64Array.from(answers)];
    expect(exactInfluence(uniform(2), same)).toBeCloseTo(0, 15);
    expect(exactInfluence(uniform(2), [Float64Array.of(1, 0), Float64Array.of(0, 1)])).toBeCloseTo(Math.LN2, 15);
    const entropy = (chances: readonly number[]) => -chances.reduce((sum, p) => sum + p * Math.log(p), 0);
    const mixed = [0.25 * 0.9 + 0.75 * 0.4, 0.25 * 0.1 + 0.75 * 0.6];
    const expected = entropy(mixed) - 0.25 * entropy([0.9, 0.1]) - 0.75 * entropy([0.4, 0.6]);
    const found = exactInfluence(Float64Array.of(0.25, 0.75), [Float64Array.of(0.9, 0.1), Float64Array.of(0.4, 0.6)]);
    expect(found).toBeCloseTo(expected, 14);
  });

  it('refuses chances that are none', () => {
    expect(() => exactInfluence(uniform(2), [Float64Array.of(1)])).toThrow('2 weights and next symbols of lengths 1');
    expect(() => exactInfluence(uniform(1), [Float64Array.of(0.5, 0.6)])).toThrow(
      'chances 0.5, 0.6; expected at least 0 and a sum of 1',
    );
    expect(() => exactInfluence(uniform(1), [Float64Array.of(1.5, -0.5)])).toThrow('expected at least 0');
  });
});

describe('influence', () => {
  it.each([
    [8, 4],
    [4, 4],
    [4, 2],
  ])('is 0 within its error under no influence, where plain estimates are not: n = %i, c = %i', (n, c) => {
    const buckets = Array.from({ length: 300 }, (_, group) =>
      heard(`none ${n} ${c} ${group}`, new Array(n).fill(answers), c),
    );
    const found = defined(influence(buckets, randomOf('none', n, c), 100));
    expect(Math.abs(found.corrected.mean)).toBeLessThan(4 * defined(found.corrected.standardError));
    expect(found.plugIn).toBeGreaterThan(0.1);
    expect(found.millerMadow).toBeGreaterThan(10 * defined(found.corrected.standardError));
    expect(found.corrected.mean).toBeCloseTo(found.millerMadow - found.nullMean, 12);
    expect(found.p).toBeGreaterThan(0.01);
  });

  it('agrees with the exact value within its error given enough continuations', () => {
    const errors: number[] = [];
    for (let group = 0; group < 150; group++) {
      const random = randomOf('conditionals', group);
      const conditionals = Array.from({ length: 6 }, () => randomShares(random, 4));
      const found = defined(influence([heard(`real ${group}`, conditionals, 64)], random, 60));
      errors.push(found.corrected.mean - exactInfluence(uniform(6), conditionals));
    }
    const { mean, standardError } = meanOf(errors);
    expect(Math.abs(mean)).toBeLessThan(4 * standardError);
    expect(standardError).toBeLessThan(0.006);
  });

  it('misses about half of a real influence at two continuations, as its limits say', async () => {
    const [errors, exact]: number[][] = [[], []];
    for (let group = 0; group < 200; group++) {
      const random = randomOf('few', group);
      const conditionals = Array.from({ length: 8 }, () => randomShares(random, 4));
      const found = defined(influence([heard(`few ${group}`, conditionals, 2)], random, 60));
      exact!.push(exactInfluence(uniform(8), conditionals));
      errors!.push(found.corrected.mean - exact!.at(-1)!);
    }
    const { mean, standardError } = meanOf(errors!);
    expect(Math.abs(mean + 0.45 * meanOf(exact!).mean)).toBeLessThan(4 * standardError);
    expect(mean).toBeLessThan(-8 * standardError);
  });

  it('has a p-value that is small under influence and uniform without', () => {
    const real = heard(
      'p real',
      [
        [0.8, 0.2],
        [0.2, 0.8],
      ],
      40,
    );
    expect(defined(influence([real], randomOf('p'), 999)).p).toBe(1 / 1000);
    const ps = Array.from({ length: 400 }, (_, group) => {
      const bucket = heard(
        `p none ${group}`,
        [
          [0.3, 0.3, 0.4],
          [0.3, 0.3, 0.4],
          [0.3, 0.3, 0.4],
        ],
        12,
      );
      return defined(influence([bucket], randomOf('p', group), 99)).p;
    });
    const below = ps.filter((p) => p <= 0.2).length / ps.length;
    // Ties make the test a little conservative.
    expect(below).toBeLessThan(0.2 + 4 * Math.sqrt((0.2 * 0.8) / 400));
    expect(below).toBeGreaterThan(0.1);
  });

  it('counts the same value as large as itself: with one symbol p is 1 and influence 0', () => {
    const { p, corrected } = defined(influence([heard('one', [[1], [1]], 3)], randomOf('one'), 50));
    expect(p).toBe(1);
    expect(corrected.mean).toBe(0);
  });

  it('does not listen to the null arm, and repeats with its seed', () => {
    const bucket = heard(
      'null',
      [
        [0.7, 0.3],
        [0.4, 0.6],
        [0.2, 0.8],
      ],
      10,
    );
    const [odd] = heard('odd', [[0, 0, 1]], 10).next!;
    const withNull = { ...bucket, texts: [...bucket.texts, ''], outcomes: [...bucket.outcomes, new Float64Array(10)] };
    const of = (one: Bucket) => influence([one], randomOf('same'), 50);
    expect(of({ ...withNull, next: [...bucket.next!, odd!], nullArm: 3 })).toEqual(of(bucket));
    expect(of({ ...withNull, next: [...bucket.next!, odd!] })).not.toEqual(of(bucket));
  });

  it('says why there is none: unrecorded, alone, one continuation, or every text unique', () => {
    const of = (bucket: Bucket) => influence([bucket], randomOf('why'), 10);
    expect(of(bucketOf([[1], [0]]))).toEqual({ reason: 'next messages were not recorded' });
    expect(of(heard('alone', [answers], 4))).toEqual({ reason: 'fewer than two candidates' });
    expect(of(heard('single', [answers, answers], 1))).toEqual({
      reason: 'one next message per candidate shows no influence; expected at least two',
    });
    const unique = bucketOf(
      [
        [1, 0],
        [0, 1],
      ],
      {
        next: [
          ['a', 'b'],
          ['c', 'd'],
        ],
      },
    );
    expect(of(unique)).toEqual({ reason: 'no next message repeats a symbol; expected answer-level symbols' });
    expect(influence([], randomOf('why'))).toEqual({ reason: 'no bucket' });
    const both = defined(influence([unique, heard('usable', [answers, answers], 4)], randomOf('why'), 10));
    expect(both.coverage).toBe(0.5);
    expect(both.corrected).toMatchObject({ count: 1, standardError: 'one cluster' });
  });

  it('states its limits', () => {
    for (const limit of [
      'not that reacting is right',
      'content from style',
      'not clipped',
      'about half is missed at 2 continuations',
    ])
      expect(influenceLimits).toContain(limit);
  });
});
