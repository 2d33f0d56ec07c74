import { describe, expect, it } from 'vitest';
import { looCredits, meanOutcomes } from '../../../harness/diagnostics/bucket.ts';
import { type CreditedContext, fidelity } from '../../../harness/diagnostics/fidelity.ts';
import { independentReference } from '../../../harness/diagnostics/independent-reference.ts';
import { centred } from '../../../harness/group-baseline.ts';
import { randomOf } from '../../../harness/random.ts';
import { reasonerActorWorld } from '../../../tasks/teams/reasoner-actor.ts';
import { freshEpisode, gameOf, teamOf } from '../../methods/on.ts';
import { advantagesOfPlans, coinBucket, defined } from './simulated.ts';

const against = (credits: readonly number[], values: readonly number[], problem = 'p'): CreditedContext => ({
  problem,
  credits: Float64Array.from(credits),
  reference: { values: Float64Array.from(values), standardErrors: new Float64Array(values.length) },
});

describe('fidelity', () => {
  it('is the mean Spearman of the contexts and the Spearman of all pairs, by hand', () => {
    const contexts = [against([1, 2, 3], [0.1, 0.3, 0.2], 'p'), against([3, 1], [-1, -2], 'q')];
    const found = fidelity(contexts);
    expect(found.perContext).toMatchObject({ mean: 0.75, count: 2, clusters: 2 });
    // Half the difference of two values is the standard error of their mean.
    expect(defined(found.perContext).standardError).toBeCloseTo(0.25, 12);
    // Ranks (1.5 3 4.5 4.5 1.5) against (3 5 4 2 1): −1.5 · 0 + 0 + 1.5 · 1 − 1.5 · 1 + 1.5 · 2 = 3 over √(9 · 10).
    expect(found.pooled).toBeCloseTo(3 / Math.sqrt(90), 12);
    expect(found).toMatchObject({ coverage: 1, unrankable: 0, referenceError: 0 });
  });

  it('counts constant credit as 0 and says which share is covered; a constant reference is left out and counted', () => {
    const dust = [5e-17, -5e-17, 0];
    const contexts = [
      against([1, 2, 3], [1, 2, 3]),
      against(dust, [1, 2, 3]),
      against([1, 2], [4, 4]),
      against([7], [7]),
    ];
    expect(fidelity(contexts)).toMatchObject({ perContext: { mean: 0.5, count: 2 }, coverage: 0.5, unrankable: 2 });
    expect(fidelity([against([4, 4], [1, 2])])).toMatchObject({ pooled: 0, perContext: { mean: 0 }, coverage: 0 });
    // Ranks (4 2 2 2) against (4 1 2 3): 3 over √(3 · 5).
    const residue = fidelity([against([1, 0], [4, 1]), against([5e-17, -5e-17], [2, 3])]);
    expect(residue.pooled).toBeCloseTo(3 / Math.sqrt(15), 12);
    const reason = 'no reference with two different values';
    expect(fidelity([against([1, 2], [4, 4])])).toMatchObject({ pooled: { reason }, perContext: { reason } });
    const measured = [[0.3, 0.4], [0]].map((errors) => ({
      ...against(errors, errors),
      reference: { values: Float64Array.from(errors), standardErrors: Float64Array.from(errors) },
    }));
    expect(fidelity(measured).referenceError).toBeCloseTo(Math.sqrt(0.25 / 3), 12);
    expect(fidelity([])).toMatchObject({ pooled: { reason }, referenceError: { reason: 'no reference' } });
  });

  it('would be exactly 1.000 for pure noise against the means of the same candidates, and is 0 against an independent reference', () => {
    const [own, independent]: CreditedContext[][] = [[], []];
    for (let group = 0; group < 400; group++) {
      const random = randomOf('trap', group);
      const noise = coinBucket(String(group), new Array<number>(8).fill(0.5), 4, random);
      const other = coinBucket(String(group), new Array<number>(8).fill(0.5), 16, random);
      const credits = looCredits(noise);
      const standardErrors = new Float64Array(8);
      const of = (outcomes: readonly Float64Array[]) => ({
        values: centred(meanOutcomes(outcomes), 'mean'),
        standardErrors,
      });
      own!.push({ problem: noise.problem, credits, reference: of(noise.outcomes) });
      independent!.push({ problem: noise.problem, credits, reference: of(other.outcomes) });
    }
    expect(fidelity(own!).pooled).toBe(1);
    expect(defined(fidelity(own!).perContext).mean).toBe(1);
    const { mean, standardError } = defined(fidelity(independent!).perContext);
    expect(Math.abs(mean)).toBeLessThan(4 * defined(standardError));
    expect(Math.abs(defined(fidelity(independent!).pooled))).toBeLessThan(4 / Math.sqrt(400 * 8));
  });
});

describe('independent-reference', () => {
  const team = teamOf(reasonerActorWorld(randomOf('reference world', 3), { reasoner: 0.2, actor: 0.2 }));
  const texts = ['plan 0', 'plan 1', 'plan 2', 'plan 3'];
  const plan = { step: 0, texts, alternatives: 8, replays: 24 };

  it('is off the exact advantage by what its standard errors say', async () => {
    const exact = advantagesOfPlans(team, texts);
    const instance = freshEpisode(team, randomOf('reference episode'));
    const sums = texts.map(() => ({ error: 0, square: 0, variance: 0 }));
    const times = 800;
    for (let time = 0; time < times; time++) {
      const { reference } = defined(await independentReference(instance, randomOf('reference', time), plan));
      for (const [arm, sum] of sums.entries()) {
        const error = reference.values[arm]! - exact[arm]!;
        sum.error += error / times;
        sum.square += error ** 2 / times;
        sum.variance += reference.standardErrors[arm]! ** 2 / times;
      }
    }
    for (const { error, square, variance } of sums) {
      expect(Math.abs(error)).toBeLessThan(4 * Math.sqrt(square / times));
      // The mean of a squared normal error has a relative standard error of √(2/times).
      expect(Math.abs(square / variance - 1)).toBeLessThan(4 * Math.sqrt(2 / times));
    }
  });

  it('spends its own draws, refuses to be coarse, and says what the task lacks', async () => {
    const instance = freshEpisode(team, randomOf('reference episode'));
    const { spent, reference } = defined(await independentReference(instance, randomOf('spent'), plan));
    expect(spent.evaluations).toBe(1 + (4 + 8) * 24);
    expect(fidelity([{ problem: 'p', credits: reference.values, reference }]).referenceError).toBeGreaterThan(0.05);
    await expect(independentReference(instance, randomOf('coarse'), { ...plan, replays: 15 })).rejects.toThrow(
      'a reference of 8 alternatives with 15 replays each is too coarse; expected at least 2 with 16',
    );
    await expect(independentReference(instance, randomOf('coarse'), { ...plan, alternatives: 1 })).rejects.toThrow(
      'too coarse',
    );
    const game = gameOf({ agents: ['a', 'b'], form: 'additive', contributions: [1, 2] });
    expect(await independentReference(game, randomOf('game'), plan)).toEqual({
      reason: 'needs replay, sample; the task offers worth',
    });
  });
});
