import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countResamples, enumerateResamples } from '../../../harness/statistics/enumerate-resamples.ts';
import { expandInterval } from '../../../harness/statistics/expanded-interval.ts';
import { type HierarchicalOptions, hierarchicalBootstrap } from '../../../harness/statistics/hierarchical-bootstrap.ts';
import { meanOfTasks, meanScore } from '../../../harness/statistics/mean-score.ts';
import { drawnOf, type ResamplingLevel } from '../../../harness/statistics/resampling-levels.ts';
import type { Scores } from '../../../harness/statistics/scores.ts';
import { undefinedFor } from '../../../harness/statistics/undefined.ts';
import { defined } from './defined.ts';

const example = [
  [
    [0.2, 0.4],
    [0.6, 0.8],
  ],
  [
    [0.5, 0.5],
    [0.9, 0.9],
  ],
];
const run = (scores: Scores, options: HierarchicalOptions) =>
  defined(hierarchicalBootstrap(scores, meanScore, options));

type Chance = { readonly scores: Scores; readonly probability: number };

/** Every sequence of draws with its probability: no multisets, no counts. */
function slow(scores: Scores, levels: readonly ResamplingLevel[]): Chance[] {
  const every = <Item>(slots: readonly (readonly { item: Item; probability: number }[])[]) =>
    slots.reduce<{ item: Item[]; probability: number }[]>(
      (found, slot) =>
        found.flatMap((start) =>
          slot.map((next) => ({
            item: [...start.item, next.item],
            probability: start.probability * next.probability,
          })),
        ),
      [{ item: [], probability: 1 }],
    );
  /** Each slot takes one of the units, if they are drawn, and then one of what may become of it. */
  const level = <Unit, Item>(
    units: readonly Unit[],
    isDrawn: boolean,
    inside: (unit: Unit) => { item: Item; probability: number }[],
  ) =>
    every(
      units.map((own) =>
        (isDrawn ? units : [own]).flatMap((unit) =>
          inside(unit).map(({ item, probability }) => ({
            item,
            probability: isDrawn ? probability / units.length : probability,
          })),
        ),
      ),
    );
  return level(scores, levels.includes('tasks'), (task) =>
    level(task, levels.includes('instances'), (seeds) =>
      level(Array.from(seeds), levels.includes('seeds'), (item) => [{ item, probability: 1 }]),
    ),
  ).map(({ item, probability }) => ({ scores: item, probability }));
}

describe('hierarchicalBootstrap', () => {
  it.each<[ResamplingLevel[], number, number, number]>([
    [['instances'], 0.1, 0.4375, 0.7625],
    [['instances', 'seeds'], 0.1030776406, 0.4, 0.8],
    [['tasks', 'instances', 'seeds'], 0.125, 0.35, 0.825],
  ])('draws %j: W13', (levels, standardError, low, high) => {
    const found = run(example, { levels });
    expect(found.exact).toBe(true);
    expect(found.estimate).toBeCloseTo(0.6, 12);
    expect(found.standardError).toBeCloseTo(standardError, 10);
    expect(found.low).toBeCloseTo(low, 12);
    expect(found.high).toBeCloseTo(high, 12);
  });

  const seeds = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 2 });
  const tasks = fc.array(fc.array(seeds, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 });
  const levelSets = fc.constantFrom<ResamplingLevel[][]>(
    ['instances'],
    ['seeds'],
    ['tasks'],
    ['instances', 'seeds'],
    ['tasks', 'instances'],
    ['tasks', 'instances', 'seeds'],
  );

  it('weighs its resamples as drawing in every possible way does, with unequal instances and seeds', () => {
    fc.assert(
      fc.property(tasks, levelSets, (scores, levels) => {
        const drawn = drawnOf(levels);
        const { distinct, ways } = countResamples(scores, drawn);
        const all = enumerateResamples(scores, drawn);
        expect(all.length).toBe(distinct);
        expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(ways);
        const chances = slow(scores, levels);
        for (const power of [1, 2, 3]) {
          const expected = chances.reduce((sum, one) => sum + one.probability * meanOfTasks(one.scores) ** power, 0);
          const found = all.reduce((sum, { value, count }) => sum + (count / ways) * meanOfTasks(value) ** power, 0);
          expect(found).toBeCloseTo(expected, 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each<[ResamplingLevel[]]>([
    [['instances']],
    [['seeds']],
    [['instances', 'seeds']],
    [['tasks', 'instances', 'seeds']],
  ])('draws %j close to what it enumerates', (levels) => {
    const scores = [
      [
        [0, 4],
        [1, 2],
      ],
      [
        [5, 3],
        [9, 8, 1],
      ],
    ];
    const exact = run(scores, { levels, exact: true });
    const drawn = run(scores, { levels, exact: false, seed: 11, resamples: 20_000 });
    const spread = exact.standardError as number; // the mean is defined everywhere
    expect(Math.abs((drawn.standardError as number) - spread)).toBeLessThan((4 * spread) / Math.sqrt(20_000));
    expect(drawn.estimate).toBe(exact.estimate);
  });

  it('has zero width for a deterministic method where only seeds are drawn, and a width where instances are', () => {
    const scores = [
      [
        [1, 1],
        [2, 2],
        [4, 4],
      ],
    ];
    expect(run(scores, { levels: ['seeds'] })).toMatchObject({ low: 7 / 3, high: 7 / 3, standardError: 0 });
    expect(run(scores, {}).standardError).toBeGreaterThan(0.5);
  });

  it('takes one seed per instance, which nested draws leave alone', () => {
    const scores = [[[1], [2], [4]]];
    const [plain, nested] = [run(scores, {}), run(scores, { levels: ['instances', 'seeds'] })];
    expect(nested).toEqual(plain);
  });

  it('stretches the ends where asked, and nothing else', () => {
    const plain = run(example, {});
    const stretched = run(example, { expanded: true });
    const ends = expandInterval({ low: plain.low as number, high: plain.high as number }, plain.estimate, [2, 2], 0.95);
    expect(stretched).toEqual({ ...plain, ...ends, expanded: true });
    expect(stretched.low).toBeLessThan(plain.low as number);
  });

  it('is undefined where a unit of the highest drawn level stands alone', () => {
    const scores = [
      [
        [1, 2],
        [3, 4],
      ],
      [[5]],
    ];
    const options = { seed: 1, resamples: 100 };
    const at = (levels: ResamplingLevel[]) => hierarchicalBootstrap(scores, meanScore, { ...options, levels });
    expect(at(['instances'])).toEqual(undefinedFor('one instance in a task'));
    expect(at(['seeds'])).toEqual(undefinedFor('one seed of an instance'));
    expect(at(['tasks', 'instances'])).toMatchObject({ exact: true });
    expect(hierarchicalBootstrap([scores[0]!], meanScore, { ...options, levels: ['tasks'] })).toEqual(
      undefinedFor('one task'),
    );
    expect(hierarchicalBootstrap([], meanScore, options)).toEqual(undefinedFor('no values'));
  });

  it('gives no interval, stretched or not, where the statistic is undefined on some resample', () => {
    const statistic = (scores: Scores) =>
      scores[0]!.every((seeds) => seeds[0] === scores[0]![0]![0]) ? undefinedFor('constant') : meanScore(scores);
    for (const expanded of [true, false])
      expect(hierarchicalBootstrap([[[1], [2]]], statistic, { expanded })).toMatchObject({
        estimate: 1.5,
        low: undefinedFor('undefined on 2 of 4 resamples: constant'),
        expanded,
      });
  });

  it('refuses levels that are none, unknown or given twice, and empty parts', () => {
    const at = (levels: ResamplingLevel[]) => () => hierarchicalBootstrap(example, meanScore, { levels });
    expect(at([])).toThrow('levels are ""; expected at least one, each once');
    expect(at(['seeds', 'seeds'])).toThrow('levels are "seeds, seeds"; expected at least one, each once');
    // As plain JavaScript may give it.
    expect(at(['runs' as 'seeds'])).toThrow('unknown level "runs"; levels are tasks, instances, seeds');
    expect(() => hierarchicalBootstrap([[[]]], meanScore, {})).toThrow('instance 0 of task 0 has no seeds');
  });
});
