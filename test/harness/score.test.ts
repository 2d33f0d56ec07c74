import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numericScores, score } from '../../harness/score.ts';
import { rank } from '../../harness/statistics/rank.ts';
import { spearman } from '../../harness/statistics/spearman.ts';

/** Average ranks by counting, quadratic. */
const slowRank = (values: readonly number[]) =>
  values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal + 1) / 2;
  });

/** Pearson's correlation of the slow ranks. */
const slowSpearman = (x: readonly number[], y: readonly number[]) => {
  const [a, b] = [slowRank(x), slowRank(y)];
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const covariance = (p: readonly number[], q: readonly number[]) =>
    mean(p.map((value, i) => (value - mean(p)) * (q[i]! - mean(q))));
  return covariance(a, b) / Math.sqrt(covariance(a, a) * covariance(b, b));
};

const small = fc.integer({ min: -3, max: 3 });
const pairs = fc.array(fc.tuple(small, small), { minLength: 2, maxLength: 8 });

describe('rank', () => {
  it('shares average ranks among ties and agrees with counting', () => {
    expect([...rank([10, 20, 20, 5])]).toEqual([2, 3.5, 3.5, 1]);
    fc.assert(
      fc.property(fc.array(small), (values) => {
        expect([...rank(values)]).toEqual(slowRank(values));
      }),
    );
  });

  it('lets 0.1 + 0.2 tie with 0.3', () => {
    expect([...rank([0.1 + 0.2, 0.3])]).toEqual([1.5, 1.5]);
  });
});

describe('spearman', () => {
  it('agrees with Pearson on slow ranks wherever it is defined', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const [x, y] = [list.map(([a]) => a), list.map(([, b]) => b)];
        const found = spearman(x, y);
        if (new Set(x).size === 1) expect(found).toEqual({ reason: 'constant x' });
        else if (new Set(y).size === 1) expect(found).toEqual({ reason: 'constant y' });
        else expect(found).toBeCloseTo(slowSpearman(x, y), 12);
      }),
    );
  });

  it('has hand-worked values', () => {
    expect(spearman([1, 2, 3], [10, 20, 30])).toBe(1);
    expect(spearman([1, 2, 3], [3, 2, 1])).toBe(-1);
    expect(spearman([1, 3, 4, 2], [2, 3, 4, 1])).toBeCloseTo(0.8, 12);
    expect(spearman([1], [2])).toEqual({ reason: 'fewer than two values' });
  });
});

describe('numericScores', () => {
  it('agrees with their definitions', () => {
    expect(numericScores([1, 2, 0], [1, 1, -1])).toEqual({
      'relative-error': Math.sqrt(2 / 3),
      'absolute-error': Math.sqrt(2),
      mse: 2 / 3,
      bias: 2 / 3,
      spearman: spearman([1, 2, 0], [1, 1, -1]),
      'sign-accuracy': 2 / 3,
    });
  });

  it('is said, not 0 or NaN, where it is undefined', () => {
    expect(numericScores([1, 1], [0, 0])).toMatchObject({
      'relative-error': 'the truth is zero',
      spearman: 'the credit is constant',
      'sign-accuracy': 'no true credit has a sign',
      mse: 1,
    });
  });

  it('lets an exact 0 and its rounding residue tie', () => {
    expect(numericScores([1, 0, 0], [1, 1e-17, 0])).toMatchObject({ spearman: 1, 'sign-accuracy': 1 });
  });
});

describe('score', () => {
  const episode = {
    messages: [0, 1, 0, 1].map((agent) => ({ agent, text: '' })),
  };
  const blame = (credit: Parameters<typeof score>[0], step = 2, agent = 0) =>
    score(credit, { 'first-error': { step, agent } }, episode)['first-error'];

  it('scores blame by exact match of step and agent', () => {
    expect(blame({ firstError: 2 })).toMatchObject({ 'step-accuracy': 1, 'agent-accuracy': 1, 'joint-accuracy': 1 });
    expect(blame({ firstError: 0 })).toMatchObject({ 'step-accuracy': 0, 'agent-accuracy': 1, 'joint-accuracy': 0 });
    expect(blame({ firstError: 1 })).toMatchObject({ 'step-accuracy': 0, 'step-accuracy@1': 1, 'agent-accuracy': 0 });
    expect(blame({ firstError: null })).toMatchObject({ 'step-accuracy': 0, 'agent-accuracy': 0, missing: 1 });
  });

  it('does not take a label that contains another for it', () => {
    const long = { messages: Array.from({ length: 13 }, () => ({ agent: 0, text: '' })) };
    const scores = score({ firstError: 12 }, { 'first-error': { step: 1, agent: 0 } }, long);
    expect(scores['first-error']).toMatchObject({ 'step-accuracy': 0 });
  });

  it('takes the named agent before the author of the step', () => {
    expect(blame({ firstError: 2, firstErrorAgent: 1 }, 2, 1)).toMatchObject({
      'agent-accuracy': 1,
      'joint-accuracy': 1,
    });
  });

  it('asks for "none" where nothing is to blame, and nothing where nobody knows', () => {
    const none = { 'first-error': { step: null, reason: 'none' } } as const;
    expect(score({ firstError: null }, none, episode)['first-error']).toEqual({ 'correct-accuracy': 1 });
    expect(score({ firstError: 1 }, none, episode)['first-error']).toEqual({ 'correct-accuracy': 0 });
    const undetermined = { 'first-error': { step: null, reason: 'undetermined' } } as const;
    expect(score({ firstError: 1 }, undetermined, episode)['first-error']).toEqual({});
  });

  it('scores a credit only where both it and the truth speak', () => {
    expect(score({ messages: Float64Array.of(1) }, { shapley: Float64Array.of(1) }, episode)).toEqual({});
  });
});
