import { describe, expect, it } from 'vitest';
import { usualPlan } from '../../../harness/analysis-plan.ts';
import { type GatedMethod, nameWorse, regressionLines } from '../../../harness/comparison/regression-lines.ts';
import { randomNormal, randomOf } from '../../../harness/random.ts';
import type { CellRow } from '../../../harness/row.ts';
import { errors, scored, shuffled, unscored } from './rows.ts';

const settings = {
  margins: { headline: 0.02, perMetric: {} },
  alpha: 0.05,
  plan: usualPlan,
  names: { first: 'a', second: 'b' },
};
const random = randomOf('regression-lines test');
const noise = (mean: number, size = 20) => Array.from({ length: size }, () => mean + 0.05 * randomNormal(random));
const method = (name: string, baseline: readonly CellRow[], candidate: readonly CellRow[]): GatedMethod => ({
  method: name,
  baseline,
  candidate,
  targets: [],
});
const before = noise(0.5);
const slightly = before.map((value, place) => value + 0.001 * (place % 3));

describe('regressionLines', () => {
  it('catches a planted regression, passes a small change, and passes what got better', () => {
    const planted = before.map((value, place) => value + 0.1 + 0.02 * (place % 4));
    const verdictOf = (after: readonly number[]) =>
      regressionLines([method('m', errors(before), errors(after))], settings).lines.map(({ verdict }) => verdict);
    expect(verdictOf(planted)).toEqual(['worse']);
    expect(verdictOf(slightly)).toEqual(['pass']);
    expect(verdictOf(before.map((value, place) => value - 0.1 - 0.02 * (place % 4)))).toEqual(['pass']);
  });

  it('says what it compared: means, difference above 0 where the candidate is better, margin and instances', () => {
    const [line] = regressionLines([method('m', errors([0.5, 0.7]), errors([0.25, 0.25]))], settings).lines;
    expect(line).toMatchObject({
      method: 'm',
      task: 't',
      budget: 16,
      estimand: 'shapley',
      metric: 'relative-error',
      margin: 0.02,
      instances: 2,
      baseline: 0.6,
      candidate: 0.25,
    });
    expect(line!.difference).toBeCloseTo(0.35, 12);
  });

  it('gives the same facts whatever the order of rows and methods', () => {
    const methods = ['x', 'y'].flatMap((name) => [
      method(
        name,
        [...errors(before), ...errors(noise(1), { budget: 64 })],
        [...errors(slightly), ...errors(noise(1), { budget: 64 })],
      ),
    ]);
    const turned = methods.toReversed().map((one) => ({
      ...one,
      baseline: shuffled(random, one.baseline),
      candidate: shuffled(random, one.candidate),
    }));
    expect(regressionLines(turned, settings)).toEqual(regressionLines(methods, settings));
  });

  it('lists what the candidate lost, and tells a metric it has no value of from one the baseline has none of', () => {
    const without = (metric: string) => scored({ scores: { shapley: { 'relative-error': metric } } });
    const lost = regressionLines(
      [method('m', errors([1, 2]), [...errors([1]), unscored({ instance: '001/i' })])],
      settings,
    );
    expect(lost.losses).toMatchObject([{ method: 'm', cells: 1, lost: { failed: { 'threw Error: no': 1 } } }]);
    const unvalued = regressionLines([method('m', [scored()], [without('the truth is zero')])], settings);
    expect(unvalued.lines).toMatchObject([{ verdict: 'unproven', lost: 1, reason: 'the truth is zero', p: null }]);
    const never = regressionLines([method('m', [without('zero')], [without('zero')])], settings);
    expect([never.lines, never.unmeasured.map(({ reason }) => reason)]).toEqual([[], ['zero']]);
  });

  it('compares another estimand only where the method targets it', () => {
    const rows = [scored({ scores: { banzhaf: { 'relative-error': 1 }, shapley: { 'relative-error': 1 } } })];
    const estimands = (targets: readonly string[]) =>
      regressionLines([{ ...method('m', rows, rows), targets }], settings).lines.map(({ estimand }) => estimand);
    expect([estimands([]), estimands(['banzhaf'])]).toEqual([['shapley'], ['banzhaf', 'shapley']]);
  });
});

describe('nameWorse', () => {
  const lineOf = (p: number, verdict: 'worse' | 'pass') => ({
    ...regressionLines([method('m', errors(before), errors(slightly))], settings).lines[0]!,
    p,
    verdict,
  });

  it('names by Holm over all lines: W34 has two at .05', () => {
    const lines = [0.5, 0.003, 0.32, 0.054, 0.0003].map((p) => lineOf(p, p < 0.06 ? 'worse' : 'pass'));
    const named = nameWorse(lines, 0.05);
    expect(named.map(({ adjustedP }) => Number(adjustedP!.toFixed(12)))).toEqual([0.64, 0.012, 0.64, 0.162, 0.0015]);
    expect(named.map(({ verdict }) => verdict)).toEqual(['pass', 'worse', 'pass', 'unproven', 'worse']);
    expect(named[3]!.reason).toBe('worse by itself, not after Holm over 5 comparisons');
  });
});
