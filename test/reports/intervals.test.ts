import { describe, expect, it } from 'vitest';
import { type AnalysisPlan, usualPlan } from '../../harness/analysis-plan.ts';
import { randomOf } from '../../harness/random.ts';
import { hierarchicalBootstrap } from '../../harness/statistics/hierarchical-bootstrap.ts';
import { meanScore } from '../../harness/statistics/mean-score.ts';
import { emptyColumn } from '../../reports/column.ts';
import { drawsOf } from '../../reports/draws.ts';
import { estimates } from '../../reports/estimate.ts';
import type { Series } from '../../reports/group.ts';
import { intervalOf, percentiles } from '../../reports/interval.ts';
import { overTasks } from '../../reports/over-tasks.ts';
import { replicateSums } from '../../reports/replicates.ts';
import { emptySlots } from '../../reports/slots.ts';

/** `scores[instance][seed]` of one task as the summariser holds them. */
function taskOf(scores: readonly (readonly number[])[]) {
  const slots = emptySlots();
  const values = emptyColumn();
  for (const [instance, seeds] of scores.entries())
    for (const [seed, value] of seeds.entries()) values.set(slots.of(String(instance).padStart(3, '0'), seed), value);
  const series: Series = {
    estimand: 'shapley',
    metric: 'mse',
    slice: null,
    values,
    undefinedFor: new Map(),
    pool: undefined,
    truthErrors: emptyColumn(),
  };
  return { series, ordered: slots.order() };
}

const estimateOf = (task: string, scores: readonly (readonly number[])[], plan: AnalysisPlan) => {
  const { series, ordered } = taskOf(scores);
  return estimates([series], ordered, drawsOf('salt', task, plan))[0]!;
};
const spreadOf = (replicates: Float64Array) => {
  const mean = replicates.reduce((sum, value) => sum + value, 0) / replicates.length;
  return Math.sqrt(replicates.reduce((sum, value) => sum + (value - mean) ** 2, 0) / replicates.length);
};

/** statistics.md W13: two tasks of two instances of two seeds. */
const w13 = [
  [
    [0.2, 0.4],
    [0.6, 0.8],
  ],
  [
    [0.5, 0.5],
    [0.9, 0.9],
  ],
];

describe('intervals of a report', () => {
  it.each([
    [['instances'], 0.1, 0.4375, 0.7625],
    [['instances', 'seeds'], 0.1030776406, 0.4, 0.8],
    [['tasks', 'instances', 'seeds'], 0.125, 0.35, 0.825],
  ] as const)('resample %j as the worked example W13 has it', (levels, error, low, high) => {
    const plan = { ...usualPlan, levels: [...levels], resamples: 40_000 };
    const mean = overTasks(plan, 'salt');
    for (const [place, scores] of w13.entries()) {
      const { value, replicates } = estimateOf(`t${place}`, scores, plan);
      mean.add({ task: `t${place}`, value: value as number, instances: 2, replicates, noise: undefined });
    }
    const drawn = mean.replicates()!;
    // The standard error of a standard deviation over M resamples is about σ/√(2M).
    expect(Math.abs(spreadOf(drawn) - error)).toBeLessThan((5 * error) / Math.sqrt(2 * 40_000));
    const plain = percentiles(drawn, 0.95);
    expect(plain.low).toBeCloseTo(low, 1);
    expect(plain.high).toBeCloseTo(high, 1);
  });

  it('agree with the hierarchical bootstrap of the library on unequal instances and seeds', () => {
    const random = randomOf('unequal');
    const scores = Array.from({ length: 7 }, (_, instance) =>
      Array.from({ length: 1 + (instance % 3) }, () => random.float()),
    );
    const resamples = 20_000;
    for (const levels of [['instances'], ['instances', 'seeds']] as const) {
      const ours = estimateOf('t', scores, { ...usualPlan, levels: [...levels], resamples });
      const theirs = hierarchicalBootstrap([scores], meanScore, {
        levels: [...levels],
        resamples,
        seed: 'x',
        exact: false,
      });
      if ('reason' in theirs) throw new Error(theirs.reason);
      expect(ours.value).toBeCloseTo(theirs.estimate, 12);
      if (typeof theirs.standardError !== 'number') throw new Error('no standard error');
      expect(Math.abs(spreadOf(ours.replicates!) / theirs.standardError - 1)).toBeLessThan(0.05);
    }
  });

  it('add what a resample counts, four lists at a time, as one by one', () => {
    const random = randomOf('columns');
    const counts = drawsOf('salt', 't', { ...usualPlan, resamples: 100 }).counts([1, 1, 1, 1, 1]);
    const columns = Array.from({ length: 7 }, () => Float64Array.from({ length: 5 }, () => random.float()));
    const sums = replicateSums(counts, columns);
    for (const [index, column] of columns.entries())
      for (let resample = 0; resample < 100; resample++) {
        const slow = column.reduce((sum, value, place) => sum + value * counts.counts[resample * 5 + place]!, 0);
        expect(sums[index]![resample]).toBeCloseTo(slow, 12);
      }
  });

  it('are stretched below fifty instances in a task, by the smallest, and plain from there on', () => {
    const replicates = Float64Array.from({ length: 1001 }, (_, index) => index / 1000);
    const plain = { low: 0.025, high: 0.975 };
    expect(intervalOf(replicates, 0.5, [50, 60], usualPlan)).toEqual({
      low: expect.closeTo(plain.low, 9),
      high: expect.closeTo(plain.high, 9),
    });
    // √(5/4) · t₀.₉₇₅(4) / z₀.₉₇₅ = 1.118034 · 2.776445 / 1.959964.
    const stretch = 1.118033988749895 * (2.7764451051977987 / 1.959963984540054);
    const { low, high } = intervalOf(replicates, 0.5, [5], usualPlan);
    expect(low).toBeCloseTo(0.5 - 0.475 * stretch, 9);
    expect(high).toBeCloseTo(0.5 + 0.475 * stretch, 9);
  });

  it('are none where more than a twentieth of the resamples are undefined', () => {
    const replicates = Float64Array.from({ length: 1000 }, (_, index) => (index < 50 ? Number.NaN : index));
    expect(percentiles(replicates, 0.95).low).not.toBeNull();
    replicates[50] = Number.NaN;
    expect(percentiles(replicates, 0.95)).toEqual({ low: null, high: null });
  });
});
