import { describe, expect, it } from 'vitest';
import { splitSeeds } from '../../../harness/comparison/split-seeds.ts';
import { randomOf } from '../../../harness/random.ts';
import { errors } from './rows.ts';

const rows = [0, 1, 2, 3, 4].flatMap((seed) => errors([10 + seed, 20 + seed], { seed }));
const valuesOf = (side: ReturnType<typeof splitSeeds>['first'], instance: string) =>
  side.flatMap((row) =>
    row.status === 'scored' && row.instance === instance ? [row.scores.shapley!['relative-error'] as number] : [],
  );

describe('splitSeeds', () => {
  it('puts every seed of an instance in one half at most, as many in both, under the same seeds', () => {
    const { first, second } = splitSeeds(rows, randomOf('split'));
    for (const instance of ['000/i', '001/i']) {
      const [one, other] = [valuesOf(first, instance), valuesOf(second, instance)];
      expect([one.length, other.length, new Set([...one, ...other]).size]).toEqual([2, 2, 4]);
    }
    expect(first.map(({ seed }) => seed)).toEqual(second.map(({ seed }) => seed));
  });

  it('draws another half for another stream, and the same for the same whatever the order of rows', () => {
    const draws = Array.from({ length: 20 }, (_, replay) =>
      valuesOf(splitSeeds(rows, randomOf('split', replay)).first, '000/i'),
    );
    expect(new Set(draws.map((values) => values.join())).size).toBeGreaterThan(5);
    const turned = splitSeeds(rows.toReversed(), randomOf('split', 0));
    expect(valuesOf(turned.first, '000/i')).toEqual(draws[0]);
  });

  it('leaves out an instance with one seed', () => {
    expect(splitSeeds(errors([1]), randomOf('split'))).toEqual({ first: [], second: [] });
  });
});
