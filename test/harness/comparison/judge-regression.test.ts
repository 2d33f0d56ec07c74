import { describe, expect, it } from 'vitest';
import { judgeRegression } from '../../../harness/comparison/judge-regression.ts';

const judge = (margin: number, ...differences: number[]) =>
  judgeRegression(Float64Array.from(differences), { margin, alpha: 0.05, power: 0.8, scale: 1 });

describe('judgeRegression', () => {
  const w47 = [-0.01, 0.02, 0, -0.02, 0.01, -0.01, 0, 0.01, -0.03, 0.01];

  it('passes the worked example at 0.02 and not at 0.01', () => {
    const passing = judge(0.02, ...w47);
    expect(passing).toMatchObject({ verdict: 'pass', pairsToDecide: null });
    expect(passing.difference).toBeCloseTo(-0.002, 12);
    expect(passing.standardError).toBeCloseTo(0.0048989795, 9);
    expect(passing.low).toBeCloseTo(-0.0109803827, 9);
    // ((1.6448536 + 0.8416212)·0.0154919/0.01)² = 14.84.
    expect(judge(0.01, ...w47)).toMatchObject({ verdict: 'unproven', pairsToDecide: 15 });
  });

  it('is worse where even the upper bound is beyond the margin, and never where the candidate is better', () => {
    const worse = judge(0.01, ...w47.map((value) => value - 0.05));
    expect(worse.verdict).toBe('worse');
    expect(worse.p).toBeLessThan(0.001);
    expect(judge(0.01, ...w47.map((value) => value + 0.05)).verdict).toBe('pass');
  });

  it('passes results that are identical on every pair, were it only one', () => {
    expect(judge(0.01, 0)).toMatchObject({ verdict: 'pass', p: 1, difference: 0 });
    expect(judge(1e-9, 0.1 + 0.2 - 0.3, 0, 0)).toMatchObject({ verdict: 'pass', difference: 0 });
  });

  it('cannot tell by one pair that differs', () => {
    expect(judge(0.01, -1)).toMatchObject({ verdict: 'unproven', p: null, low: null, reason: 'one pair' });
  });

  it('takes equal differences for a sign test: four are too few at alpha 0.05, five are enough', () => {
    expect(judge(0.01, -1, -1, -1, -1)).toMatchObject({ verdict: 'unproven', p: 1 / 16, pairsToDecide: 5 });
    expect(judge(0.01, -1, -1, -1, -1, -1)).toMatchObject({ verdict: 'worse', p: 1 / 32 });
    expect(judge(2, -1, -1, -1, -1)).toMatchObject({ verdict: 'pass' });
  });
});
