import { describe, expect, it } from 'vitest';
import { randomOf, shuffle } from '../../../harness/random.ts';
import { canonicalScores } from '../../../harness/statistics/canonical-scores.ts';
import { drawResample } from '../../../harness/statistics/draw-resample.ts';
import { type HierarchicalOptions, hierarchicalBootstrap } from '../../../harness/statistics/hierarchical-bootstrap.ts';
import { interquartileMean } from '../../../harness/statistics/interquartile-mean.ts';
import { childKey, keyOf } from '../../../harness/statistics/keyed-draw.ts';
import { meanScore } from '../../../harness/statistics/mean-score.ts';
import { drawnOf, type ResamplingLevel } from '../../../harness/statistics/resampling-levels.ts';
import type { Scores } from '../../../harness/statistics/scores.ts';
import { stratifiedBootstrap } from '../../../harness/statistics/stratified-bootstrap.ts';

const random = randomOf('bootstrap invariance');
const scores = [5, 9, 6].map((instances) =>
  Array.from({ length: instances }, () => Array.from({ length: 3 }, () => random.float())),
);
const matrix = Array.from({ length: 12 }, () => Array.from({ length: 4 }, () => random.float()));
const levelSets: ResamplingLevel[][] = [
  ['instances'],
  ['instances', 'seeds'],
  ['tasks', 'instances', 'seeds'],
  ['seeds'],
];
const settings = { seed: 7, resamples: 300, exact: false };
const hierarchical = (given: Scores, options: HierarchicalOptions) => hierarchicalBootstrap(given, meanScore, options);
const stratified = (options: object) => stratifiedBootstrap(matrix, interquartileMean, { ...settings, ...options });

function reordered<Item>(name: string, items: readonly Item[]): Item[] {
  const order = shuffle(
    randomOf('reordered', name),
    Uint32Array.from(items, (_, place) => place),
  );
  return Array.from(order, (place) => items[place]!);
}

describe('a bootstrap', () => {
  it('gives the same bits for the same seed, and others for another', () => {
    expect(stratified({})).toEqual(stratified({}));
    expect(stratified({ seed: 8 })).not.toEqual(stratified({}));
    for (const levels of levelSets) {
      expect(hierarchical(scores, { ...settings, levels })).toEqual(hierarchical(scores, { ...settings, levels }));
      expect(hierarchical(scores, { ...settings, levels, seed: 8 })).not.toEqual(
        hierarchical(scores, { ...settings, levels }),
      );
    }
  });

  it('takes a seed as a number, a bigint or a string, by its decimal text', () => {
    expect(stratified({ seed: 7n })).toEqual(stratified({}));
    expect(stratified({ seed: '7' })).toEqual(stratified({}));
    // These two are one double.
    expect(stratified({ seed: 2n ** 53n })).not.toEqual(stratified({ seed: 2n ** 53n + 1n }));
  });

  it('draws anew for a statistic of another name', () => {
    expect(stratified({ name: 'median' })).not.toEqual(stratified({}));
  });

  it('is not moved by unrelated random draws in the process', () => {
    const before = stratified({});
    for (let times = 0; times < 10; times++) {
      Math.random();
      random.float();
      keyOf('unrelated', times);
    }
    expect(stratified({})).toEqual(before);
  });

  it('does not depend on the order of tasks, instances or seeds', () => {
    const other = reordered('tasks', scores).map((task, t) =>
      reordered(`instances ${t}`, task).map((seeds, i) => reordered(`seeds ${t} ${i}`, seeds)),
    );
    expect(other).not.toEqual(scores);
    for (const levels of levelSets)
      for (const expanded of [false, true])
        expect(hierarchical(other, { ...settings, levels, expanded })).toEqual(
          hierarchical(scores, { ...settings, levels, expanded }),
        );
  });

  it('does not depend on the order of runs or tasks of a matrix, drawn or enumerated', () => {
    const order = reordered('columns', [0, 1, 2, 3]);
    const other = reordered('rows', matrix).map((row) => order.map((task) => row[task]!));
    expect(other).not.toEqual(matrix);
    expect(stratifiedBootstrap(other, interquartileMean, settings)).toEqual(stratified({}));
    const small = matrix.slice(0, 3).map((row) => row.slice(0, 2));
    expect(stratifiedBootstrap(small.toReversed(), interquartileMean, {})).toEqual(
      stratifiedBootstrap(small, interquartileMean, {}),
    );
  });

  it('has replicates that any worker may draw, in any order', () => {
    const canonical = canonicalScores(scores);
    const drawn = drawnOf(['tasks', 'instances', 'seeds']);
    const replicate = (b: number) => meanScore(drawResample(canonical, drawn, childKey(keyOf('one'), b)));
    const inOrder = Array.from({ length: 40 }, (_, b) => replicate(b));
    const byWorker = Array.from({ length: 8 }, (_, worker) =>
      Array.from({ length: 5 }, (_, turn) => [turn * 8 + worker, replicate(turn * 8 + worker)] as const),
    );
    const merged = byWorker.flat().toSorted(([a], [b]) => a - b);
    expect(merged.map(([, value]) => value)).toEqual(inOrder);
    expect(new Set(inOrder).size).toBe(40);
  });

  it('draws the other tasks alike when one gains an instance', () => {
    const [first, second, third] = scores.map((task) => task.map(([seed]) => [seed!]));
    // Larger than all others, so it comes last and the tasks keep their places.
    const gained = [first!, second!, [...third!, [2]]];
    const key = keyOf('missing cell');
    const at = (given: Scores) => drawResample(canonicalScores(given), drawnOf(['instances']), key);
    const [before, after] = [at([first!, second!, third!]), at(gained)];
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(after[2]).not.toEqual(before[2]);
  });

  it('does not know the method: a copy has the same interval to the last bit', () => {
    const copy = scores.map((task) => task.map((seeds) => [...seeds]));
    for (const levels of levelSets)
      expect(hierarchical(copy, { ...settings, levels })).toEqual(hierarchical(scores, { ...settings, levels }));
  });

  it('does not change what it is given', () => {
    const before = JSON.stringify([scores, matrix]);
    hierarchical(scores, { ...settings, levels: ['tasks', 'instances', 'seeds'] });
    stratified({});
    expect(JSON.stringify([scores, matrix])).toBe(before);
  });
});
