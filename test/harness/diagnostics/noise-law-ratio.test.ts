import { describe, expect, it } from 'vitest';
import type { Bucket } from '../../../harness/diagnostics/bucket.ts';
import { collectBucket, recollectBucket } from '../../../harness/diagnostics/collect-bucket.ts';
import { noiseLawRatio } from '../../../harness/diagnostics/noise-law-ratio.ts';
import { randomOf } from '../../../harness/random.ts';
import { reasonerActorWorld } from '../../../tasks/teams/reasoner-actor.ts';
import { teamOf } from '../../methods/on.ts';
import { bucketOf, coinBucket, defined, probesOf } from './simulated.ts';

describe('noise-law ratio', () => {
  it('is the measured over the predicted variance by hand', () => {
    // Credits ±1 and ±0.5 differ by 0.5 each: Var(A¹ − A²)/2 = 0.125. Within candidates: 0, 0, 0, ½ → s² = ⅛; (⅛/2)·2/1 = ⅛.
    const [first, second] = [
      bucketOf([
        [1, 1],
        [0, 0],
      ]),
      bucketOf([
        [1, 1],
        [1, 0],
      ]),
    ];
    expect(noiseLawRatio([first], [second])).toEqual({
      ratio: 1,
      standardError: 'one group',
      groups: 1,
      outcomeVariance: 0.125,
    });
    // A second pair without any difference halves the measured mean and adds nothing to the predicted one.
    const still = bucketOf([
      [1, 0],
      [1, 0],
    ]);
    const both = defined(noiseLawRatio([first, still], [second, still]));
    expect(both.ratio).toBeCloseTo(0.125 / (0.125 + 0.5), 12);
    expect(both.outcomeVariance).toBeCloseTo((0.125 + 0.5) / 2, 12);
  });

  it.each([
    [2, 4],
    [4, 2],
    [4, 4],
    [8, 2],
  ])('is 1 within a twentieth and within its standard error for coin flips: n = %i, c = %i', (n, c) => {
    const rates = Array.from({ length: n }, (_, arm) => 0.15 + (0.7 * arm) / n);
    const collect = (time: number) => {
      const random = randomOf('law', n, c, time);
      return Array.from({ length: 16_000 }, (_, group) => coinBucket(String(group), rates, c, random));
    };
    const { ratio, standardError } = defined(noiseLawRatio(collect(0), collect(1)));
    expect(Math.abs(ratio - 1)).toBeLessThan(4 * defined(standardError));
    expect(4 * defined(standardError)).toBeLessThan(0.05);
  });

  it('has the standard error that repetitions show', () => {
    const repetitions = 400;
    let [squares, variances] = [0, 0];
    for (let time = 0; time < repetitions; time++) {
      const collect = (half: number) => {
        const random = randomOf('spread of the law', time, half);
        return Array.from({ length: 60 }, () => coinBucket('p', [0.2, 0.5, 0.6, 0.9], 4, random));
      };
      const { ratio, standardError } = defined(noiseLawRatio(collect(0), collect(1)));
      squares += (ratio - 1) ** 2;
      variances += defined(standardError) ** 2;
    }
    expect(Math.abs(squares / variances - 1)).toBeLessThan(4 * Math.sqrt(2 / repetitions));
  });

  it('is 1 within its standard error on a team, its own candidates replayed twice', async () => {
    const team = teamOf(reasonerActorWorld(randomOf('law world'), { reasoner: 0.2, actor: 0.2 }));
    const [first, second]: Bucket[][] = [[], []];
    for (let group = 0; group < 1000; group++) {
      const probes = probesOf(team, randomOf('law team', group));
      first!.push(await collectBucket(String(group), probes, { step: 0, alternatives: 4, replays: 3 }));
      second!.push(await recollectBucket(first!.at(-1)!, probes));
    }
    const { ratio, standardError } = defined(noiseLawRatio(first!, second!));
    expect(Math.abs(ratio - 1)).toBeLessThan(4 * defined(standardError));
    expect(defined(standardError)).toBeLessThan(0.04);
  });

  it('is above 1 where the second collection drew other candidates under the same names', () => {
    const collect = (time: number, moved: number) =>
      Array.from({ length: 1000 }, (_, group) =>
        coinBucket(String(group), [0.2 + moved, 0.8 - moved], 4, randomOf('moved', time, group)),
      );
    const { ratio, standardError } = defined(noiseLawRatio(collect(0, 0), collect(1, 0.6)));
    expect(ratio).toBeGreaterThan(1 + 8 * defined(standardError));
  });

  it('says what it lacks and refuses collections of different candidates', () => {
    const still = bucketOf([
      [0.1, 0.1, 0.1],
      [0.3, 0.3, 0.3],
    ]);
    expect(noiseLawRatio([still], [still])).toEqual({ reason: 'replays of one candidate never differ' });
    const few = { reason: 'no group with two candidates and two replays' };
    expect(noiseLawRatio([bucketOf([[1], [0]])], [bucketOf([[1], [0]])])).toEqual(few);
    expect(noiseLawRatio([bucketOf([[1, 0]])], [bucketOf([[1, 1]])])).toEqual(few);
    expect(() => noiseLawRatio([still], [{ ...still, texts: ['a', 'b'] }])).toThrow(
      'the two collections of problem "given" at step 0 differ in candidates or replays; expected the same of both',
    );
    expect(() => noiseLawRatio([still], [])).toThrow('1 and 0 buckets; expected as many of both');
  });
});
