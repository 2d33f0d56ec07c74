import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centred, standardised } from '../../harness/group-baseline.ts';

const returns = fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 1, maxLength: 7 });

describe('centred with replay counts', () => {
  it('weighs each return by its replays in the baseline of the others', () => {
    const credits = centred(Float64Array.of(1, 0.5, 0), 'loo', [4, 2, 2]);
    for (const [member, expected] of [1 - 1 / 4, 0.5 - 4 / 6, 0 - 5 / 6].entries())
      expect(credits[member]).toBeCloseTo(expected, 12);
    const ofAll = centred(Float64Array.of(1, 0.5, 0), 'mean', [4, 2, 2]);
    for (const [member, expected] of [3 / 8, -1 / 8, -5 / 8].entries()) expect(ofAll[member]).toBeCloseTo(expected, 12);
  });

  it('is plain leave-one-out where all counts are equal', () => {
    fc.assert(
      fc.property(
        returns,
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom('loo', 'mean'),
        (values, count, baseline) => {
          const equal = centred(
            Float64Array.from(values),
            baseline,
            values.map(() => count),
          );
          for (const [member, credit] of centred(Float64Array.from(values), baseline).entries())
            expect(equal[member]).toBeCloseTo(credit, 9);
        },
      ),
    );
  });

  it('gives 0 to a group of one and to a return beside which nothing has weight', () => {
    expect([...centred(Float64Array.of(0.7), 'loo', [5])]).toEqual([0]);
    expect([...centred(Float64Array.of(0.75, 0.25), 'loo', [3, 0])]).toEqual([0, -0.5]);
  });
});

describe('standardised', () => {
  it('is the same for leave-one-out and full-mean credits of any group', () => {
    fc.assert(
      fc.property(returns, (values) => {
        const [loo, mean] = (['loo', 'mean'] as const).map((baseline) =>
          zScores(centred(Float64Array.from(values), baseline)),
        );
        for (const [member, z] of loo!.entries()) expect(mean![member]).toBeCloseTo(z, 9);
      }),
    );
  });

  it('is the z-score whose definition is written out here', () => {
    const values = Float64Array.of(3, -1, 4, 0);
    for (const [member, z] of zScores(values).entries())
      expect(standardised(values, 'c3-magrpo')[member]).toBeCloseTo(z, 7);
  });
});

/** (x − mean) / population standard deviation; 0 in tied groups. */
function zScores(values: Float64Array): number[] {
  const size = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / size;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / size;
  return [...values].map((value) => (variance < 1e-12 ? 0 : (value - mean) / Math.sqrt(variance)));
}
