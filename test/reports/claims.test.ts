import { describe, expect, it } from 'vitest';
import { usualPlan } from '../../harness/analysis-plan.ts';
import { claimSchema } from '../../harness/claim.ts';
import { claimResults, knownMeasures } from '../../reports/claims.ts';
import type { Entry } from '../../reports/entries.ts';
import type { DiagnosticEntry } from '../../reports/summary.ts';

const resamples = 1000;

/** The entry of a method whose metric has this value and these replicates. */
function entryOf(
  method: string,
  value: number,
  replicate: (draw: number) => number,
): Pick<Extract<Entry, { entry: unknown }>, 'entry' | 'estimate'> {
  return {
    entry: {
      board: 'message',
      task: 't',
      method,
      budget: 8,
      metric: 'mse',
      slice: { role: 'reasoner' },
      estimand: 'advantage',
      scored: 5,
      skipped: 0,
      failed: 0,
      ranked: true,
      value,
      low: null,
      high: null,
      instances: 5,
      seeds: 1,
      undefined: 0,
    },
    estimate: {
      value,
      instances: Uint32Array.of(0, 1, 2, 3, 4),
      perInstance: new Float64Array(5),
      seeds: [1, 1, 1, 1, 1],
      noise: undefined,
      replicates: Float64Array.from({ length: resamples }, (_, draw) => replicate(draw)),
    },
  };
}

/** Replicates that are uniform over [−1, 1], the same for everybody who shares them. */
const shared = (draw: number) => (2 * draw) / (resamples - 1) - 1;
const entries = [
  entryOf('low', 0.2, (draw) => 0.2 + shared(draw)),
  entryOf('high', 0.3, (draw) => 0.3 + shared(draw)),
  entryOf('same', 0.2, (draw) => 0.2 + shared(draw)),
  entryOf('other', 0.3, (draw) => 0.3 - shared(draw)),
];
const mse = (method: string) => ({ task: 't', role: 'reasoner', method, metric: 'mse', budget: 8 });
const ratio: DiagnosticEntry = {
  method: null,
  task: 't',
  budget: null,
  name: 'noise-law-ratio',
  role: null,
  value: 1.02,
  standardError: 0.02,
  low: 0.98,
  high: 1.06,
  count: 9,
};

function resultOf(claim: object, diagnostics: readonly DiagnosticEntry[] = []) {
  const parsed = claimSchema.parse({ id: 'c', text: 'text', source: 'source', expected: 'open', ...claim });
  const known = knownMeasures();
  for (const entry of entries) known.add(entry);
  return claimResults([parsed], known, diagnostics, { salt: 'salt', analysis: usualPlan })[0]!;
}
const difference = (left: string, right: string) => [
  { weight: 1, measure: mse(left) },
  { weight: -1, measure: mse(right) },
];

describe('a claim', () => {
  it('is decided by its sum, whose terms are paired: what both share cancels', () => {
    expect(resultOf({ terms: difference('low', 'high'), relation: 'negative' })).toMatchObject({
      verdict: 'holds',
      measured: { value: expect.closeTo(-0.1, 12), low: expect.closeTo(-0.1, 12), high: expect.closeTo(-0.1, 12) },
    });
  });

  it('does not hold where the whole interval is on the other side', () => {
    expect(resultOf({ terms: difference('low', 'high'), relation: 'positive' }).verdict).toBe('does not hold here');
  });

  it('is undecided where 0 is inside the interval', () => {
    expect(resultOf({ terms: difference('low', 'other'), relation: 'negative' }).verdict).toBe('undecided here');
    expect(resultOf({ terms: difference('low', 'other'), relation: 'zero', tolerance: 0.5 }).verdict).toBe(
      'undecided here',
    );
  });

  it('of an order does not hold between equals, and of equality does', () => {
    expect(resultOf({ terms: difference('low', 'same'), relation: 'negative' }).verdict).toBe('does not hold here');
    expect(resultOf({ terms: difference('low', 'same'), relation: 'zero' }).verdict).toBe('holds');
    expect(resultOf({ terms: difference('low', 'high'), relation: 'zero' }).verdict).toBe('does not hold here');
  });

  it('about a diagnostic has its standard error in the interval, and a tolerance for what need not be exact', () => {
    const terms = [{ weight: 1, measure: { task: 't', diagnostic: 'noise-law-ratio' } }];
    const found = resultOf({ terms, constant: -1, relation: 'zero', tolerance: 0.1 }, [ratio]);
    expect(found).toMatchObject({ verdict: 'holds', measured: { value: expect.closeTo(0.02, 12) } });
    // Percentiles of a thousand normal draws are off by about a twentieth of their distance.
    if (found.verdict === 'not measured') throw new Error(found.reason);
    expect(Math.abs((found.measured.high! - found.measured.low!) / (2 * 1.96 * 0.02) - 1)).toBeLessThan(0.15);
    expect(resultOf({ terms, constant: -1, relation: 'zero', tolerance: 0.03 }, [ratio]).verdict).toBe(
      'undecided here',
    );
  });

  it('that nobody measured says what is missing', () => {
    expect(resultOf({ terms: difference('low', 'nobody'), relation: 'negative' })).toMatchObject({
      verdict: 'not measured',
      reason: 'no mse of nobody on t for reasoner',
    });
    const terms = [{ weight: 1, measure: { task: 't', diagnostic: 'noise-law-ratio' } }];
    const undefinedOne: DiagnosticEntry = {
      method: null,
      task: 't',
      budget: null,
      name: 'noise-law-ratio',
      role: null,
      reason: 'one group',
    };
    expect(resultOf({ terms, relation: 'zero' }, [undefinedOne])).toMatchObject({
      verdict: 'not measured',
      reason: 'noise-law-ratio of t is undefined: one group',
    });
  });
});
