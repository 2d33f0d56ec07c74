import { describe, expect, it } from 'vitest';
import { collectBucket } from '../../../harness/diagnostics/collect-bucket.ts';
import {
  type CorrectionTrial,
  correctionGain,
  correctionRate,
  correctionTrials,
} from '../../../harness/diagnostics/correction-rate.ts';
import { randomOf } from '../../../harness/random.ts';
import { relayWorld } from '../../../tasks/teams/relay.ts';
import { teamOf } from '../../methods/on.ts';
import { bucketOf, defined, probesOf } from './simulated.ts';

const trials = (problem: string, ...corrected: number[]): CorrectionTrial[] =>
  corrected.map((one) => ({ problem, isCorrected: one === 1 }));

describe('correction rate', () => {
  it('has a Wilson interval where every trial is a problem of its own', () => {
    const alone = Array.from({ length: 10 }, (_, problem) => trials(String(problem), problem < 8 ? 1 : 0)).flat();
    const { rate, uncertainty, problems } = defined(correctionRate(alone));
    expect([rate, problems]).toEqual([0.8, 10]);
    if (uncertainty.kind !== 'wilson') throw new Error(uncertainty.kind);
    expect(uncertainty.low).toBeCloseTo(0.4901624715, 9);
    expect(uncertainty.high).toBeCloseTo(0.9433178486, 9);
  });

  it('has a standard error clustered by problem where problems repeat', () => {
    const { rate, trials: count, uncertainty } = defined(correctionRate([...trials('p', 1, 1), ...trials('q', 0, 0)]));
    expect([rate, count]).toEqual([0.5, 4]);
    // Two clusters with sums of ±1 over four trials: √(2/1 · 2)/4.
    expect(uncertainty).toEqual({ kind: 'clustered', standardError: 0.5 });
    expect(defined(correctionRate(trials('p', 1, 0))).uncertainty).toEqual({
      kind: 'clustered',
      standardError: 'one cluster',
    });
    expect(correctionRate([])).toEqual({ reason: 'no upstream message was wrong' });
  });

  it('takes the replays of wrong candidates only, the null arm not among them', () => {
    const bucket = bucketOf(
      [
        [1, 0.5],
        [1, 1],
        [0, 1],
      ],
      { texts: ['wrong', 'right', 'wrong'], nullArm: 2 },
    );
    expect(correctionTrials(bucket, (text) => text === 'wrong', 1)).toEqual(trials('given', 1, 0));
    expect(correctionTrials(bucket, (text) => text === 'wrong', 0.5)).toEqual(trials('given', 1, 1));
  });

  it('finds how often a second flip repairs the first in a relay', async () => {
    const team = teamOf(relayWorld([0.5, 0.3]));
    const found: CorrectionTrial[] = [];
    for (let group = 0; group < 200; group++) {
      const bucket = await collectBucket(String(group), probesOf(team, randomOf('relay', group)), {
        step: 0,
        alternatives: 3,
        replays: 4,
      });
      const wrong = team.tree.layers[0]!.said.find(({ isWrong }) => isWrong === true)!.text;
      found.push(...correctionTrials(bucket, (text) => text === wrong, 1));
    }
    const { rate, uncertainty } = defined(correctionRate(found));
    if (uncertainty.kind !== 'clustered') throw new Error(uncertainty.kind);
    expect(Math.abs(rate - 0.3)).toBeLessThan(4 * defined(uncertainty.standardError));
    expect(found.length).toBeGreaterThan(1000);
  });

  it('compares before and after training paired by problem, problems weighing the same', () => {
    const before = [...trials('p', 0, 0, 0, 0), ...trials('q', 1, 0), ...trials('gone', 1)];
    const after = [...trials('p', 1, 0), ...trials('q', 1, 1), ...trials('new', 0)];
    expect(correctionGain(before, after)).toEqual({ mean: 0.5, standardError: 0, count: 2, clusters: 2, unpaired: 2 });
    expect(correctionGain(before, [])).toEqual({ reason: 'no problem is on both sides' });
  });
});
