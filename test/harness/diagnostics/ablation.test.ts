import { describe, expect, it } from 'vitest';
import { type AblationBias, ablationBias } from '../../../harness/diagnostics/ablation-bias.ts';
import { ablationBiasMap } from '../../../harness/diagnostics/ablation-bias-map.ts';
import { compareNullForms } from '../../../harness/diagnostics/compare-null-forms.ts';
import { pairedDifference } from '../../../harness/diagnostics/paired-difference.ts';
import { bucketOf, defined } from './simulated.ts';

describe('ablation bias', () => {
  it('is the mean of the real arms less the null arm, with their spread and the null level', () => {
    const bucket = bucketOf(
      [
        [1, 1],
        [0, 1],
        [1, 0],
        [1, 0],
      ],
      { nullArm: 1 },
    );
    const { problem, bias, spread, nullLevel } = ablationBias(bucket);
    expect([problem, nullLevel, spread]).toEqual(['given', 0.5, 0.5]);
    expect(bias).toBeCloseTo(1 / 6, 12);
  });

  it('needs a null arm and a candidate', () => {
    expect(() => ablationBias(bucketOf([[1]]))).toThrow(
      'bucket of problem "given" at step 0 has no null arm; expected candidates and a null arm',
    );
    expect(() => ablationBias(bucketOf([[1]], { nullArm: 0 }))).toThrow('has a null arm only');
  });
});

describe('ablation bias map', () => {
  const context = (problem: string, bias: number, spread: number, nullLevel = 0.25): AblationBias => ({
    problem,
    bias,
    spread,
    nullLevel,
  });

  it('splits at the median influence, then by spread, and says how concentrated the bias is', () => {
    const contexts = [
      context('a', -0.5, 0.4),
      context('b', 0.3, 1e-17),
      context('c', 0.2, 0.2),
      context('d', -0.1, 0.1),
      context('e', 0.1, 0, 0.75),
    ];
    // Above the median of 0.4 are a and b, and of these only a differs; the rest have (0.3 + 0.2 + 0.1 + 0.1)/4.
    const map = defined(ablationBiasMap(contexts, Float64Array.of(0.9, 0.5, 0.4, 0.2, -0.1)));
    expect(map.medianInfluence).toBe(0.4);
    expect(map.concentration).toBeCloseTo(0.5 / 0.175, 12);
    expect(map.strata.map(({ isInfluential, differs, contexts: size }) => [isInfluential, differs, size])).toEqual([
      [true, true, 1],
      [true, false, 1],
      [false, true, 2],
      [false, false, 1],
    ]);
    expect(map.strata[0]).toMatchObject({ meanBias: -0.5, meanAbsoluteBias: 0.5 });
    expect(map.strata[2]!.meanBias).toBeCloseTo(0.05, 12);
    expect(map.strata[2]!.meanAbsoluteBias).toBeCloseTo(0.15, 12);
    expect(map.bias.mean).toBeCloseTo(0, 12);
    expect(map.nullLevel.mean).toBeCloseTo(0.35, 12);
    expect(map.nullLevel.standardError).toBeCloseTo(0.1, 12);
  });

  it('says why there is no concentration, and what an empty stratum lacks', () => {
    const flat = defined(ablationBiasMap([context('a', 1, 0), context('b', 1, 1)], Float64Array.of(1, 0)));
    expect(flat.concentration).toEqual({ reason: 'no context is both influential and different' });
    expect(flat.strata[0]).toMatchObject({ contexts: 0, meanBias: { reason: 'no context in this stratum' } });
    const calm = defined(ablationBiasMap([context('a', 1, 1), context('b', 0, 1)], Float64Array.of(1, 0)));
    expect(calm.concentration).toEqual({ reason: 'no bias elsewhere' });
    expect(ablationBiasMap([], new Float64Array(0))).toEqual({ reason: 'no context' });
    expect(() => ablationBiasMap([context('a', 1, 1)], new Float64Array(2))).toThrow('2 influences of 1 contexts');
  });

  it('compares null forms paired by problem', () => {
    const empty = [context('a', 0.5, 0, 0.2), context('b', 0.1, 0, 0.4), context('b', 0.3, 0, 0.4), context('z', 9, 0)];
    const placeholder = [context('b', 0.5, 0, 0.1), context('a', 0.6, 0, 0.1), context('y', 9, 0), context('x', 9, 0)];
    const { bias, nullLevel } = compareNullForms(empty, placeholder);
    // a: 0.6 − 0.5; b: 0.5 − 0.2.
    expect(defined(bias).mean).toBeCloseTo(0.2, 12);
    expect(defined(bias).standardError).toBeCloseTo(0.1, 12);
    expect(bias).toMatchObject({ count: 2, clusters: 2, unpaired: 3 });
    expect(defined(nullLevel).mean).toBeCloseTo(-0.2, 12);
    expect(pairedDifference([{ problem: 'a', value: 1 }], [])).toEqual({ reason: 'no problem is on both sides' });
  });
});
