import { describe, expect, it } from 'vitest';
import { pairRows } from '../../../harness/comparison/pair-rows.ts';
import { pairMetric } from '../../../harness/comparison/paired-metric.ts';
import type { CellRow } from '../../../harness/row.ts';
import { numericScores } from '../../../harness/score.ts';
import { errors, scored } from './rows.ts';

const paired = (first: readonly CellRow[], second: readonly CellRow[]) =>
  pairRows(first, second, { first: 'a', second: 'b' })[0]!.pairs;
const bias = (...values: (number | string)[]) =>
  values.map((value, seed) => scored({ seed, scores: { shapley: { bias: value } } }));

describe('pairMetric', () => {
  it('is above 0 where the first is better: a lower error, a higher accuracy, a bias nearer 0', () => {
    const found = pairMetric(paired(errors([0.1, 0.5]), errors([0.3, 0.25])), 'shapley', 'relative-error');
    expect(found).toMatchObject({ instances: ['000/i', '001/i'], first: 0.3, second: 0.275, scale: 0.5 });
    expect(found).toHaveProperty('differences', Float64Array.of(0.3 - 0.1, 0.25 - 0.5));
    const accuracy = (value: number) => [scored({ scores: { shapley: { 'sign-accuracy': value } } })];
    const better = pairMetric(paired(accuracy(0.75), accuracy(0.5)), 'shapley', 'sign-accuracy');
    expect(better).toHaveProperty('differences', Float64Array.of(0.25));
    expect(pairMetric(paired(bias(-0.5), bias(0.75)), 'shapley', 'bias')).toHaveProperty(
      'differences',
      Float64Array.of(0.25),
    );
  });

  it('averages seeds before it looks how far a bias is from 0', () => {
    const found = pairMetric(paired(bias(-1, 1), bias(0.25, 0.75)), 'shapley', 'bias');
    expect(found).toHaveProperty('differences', Float64Array.of(0.5));
  });

  it('counts where only one has a value, and compares the rest', () => {
    const found = pairMetric(paired(bias(1, 2, 'no', 'no'), bias('why', 4, 5, 'no')), 'shapley', 'bias');
    expect(found).toMatchObject({ lost: 1, gained: 1, differences: Float64Array.of(2) });
  });

  it('says why there is nothing to compare, in the words of the second', () => {
    const found = pairMetric(paired(bias(1), bias('the credit is constant')), 'shapley', 'bias');
    expect(found).toEqual({
      estimand: 'shapley',
      metric: 'bias',
      lost: 1,
      gained: 0,
      reason: 'the credit is constant',
    });
    expect(pairMetric(paired(bias(1), bias(1)), 'shapley', 'roundness')).toHaveProperty(
      'reason',
      'which values of roundness are better is not known',
    );
  });

  it('pools messages over instances and seeds into one rank correlation', () => {
    const message = (instance: string, seed: number, credit: number[], truth: number[]) =>
      scored({
        instance,
        seed,
        authors: [0, 1],
        credit: { messages: credit },
        truth: { advantage: truth },
        scores: { advantage: numericScores(credit, truth) },
      });
    const truths = [
      [1, 2],
      [5, 3],
      [0, 4],
    ];
    const rows = (credits: readonly number[][]) =>
      credits.map((credit, place) => message(place === 2 ? 'b' : 'a', place === 1 ? 1 : 0, credit, truths[place]!));
    const found = pairMetric(
      paired(
        rows([
          [1, 2],
          [5, 3],
          [0, 4],
        ]),
        rows([
          [2, 1],
          [5, 3],
          [4, 0],
        ]),
      ),
      'advantage',
      'spearman-pooled',
    );
    // Truth ranks 2 3 6 4 1 5 and the second's credit 3 2 6 4 5 1: Σd² = 34, 1 − 6·34/210.
    expect(found).toMatchObject({ instances: ['a', 'b'], isPooled: true });
    expect((found as { first: number }).first).toBeCloseTo(1, 12);
    expect((found as { second: number }).second).toBeCloseTo(1 - (6 * 34) / 210, 12);
    const constant = pairMetric(
      paired(
        rows([
          [1, 2],
          [5, 3],
          [0, 4],
        ]),
        rows([
          [1, 1],
          [1, 1],
          [1, 1],
        ]),
      ),
      'advantage',
      'spearman-pooled',
    );
    expect(constant).toMatchObject({ reason: 'the credit is constant', lost: 2 });
  });

  it('leaves messages out of the pool whose sampled truth has no sure order', () => {
    const rows = [0.1, 3].map((error, place) =>
      scored({
        instance: `${place}`,
        credit: { messages: [1, 2] },
        truth: { advantage: [1, 2], standardErrors: { advantage: [error, error] } },
        scores: { advantage: { mse: 0 } },
      }),
    );
    expect(pairMetric(paired(rows, rows), 'advantage', 'spearman-pooled')).toMatchObject({ instances: ['0'] });
    expect(pairMetric(paired(rows.slice(1), rows.slice(1)), 'advantage', 'spearman-pooled')).toMatchObject({
      reason: 'the order of the sampled truth is not sure to two standard errors',
      lost: 0,
    });
  });
});
