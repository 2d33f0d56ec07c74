import { describe, expect, it } from 'vitest';
import { rankPairs, spearmanOf } from '../../../harness/comparison/pooled-spearman.ts';
import { randomOf } from '../../../harness/random.ts';
import { spearman } from '../../../harness/statistics/spearman.ts';
import { isUndefined } from '../../../harness/statistics/undefined.ts';

describe('spearmanOf', () => {
  it('resamples a pooled correlation as if the drawn instances stood there that often', () => {
    const random = randomOf('pairs');
    const parts = Array.from({ length: 4 }, () => ({
      credit: [random.below(4), random.below(4)],
      truth: [random.below(4), random.below(4)],
    }));
    const pairs = rankPairs(parts);
    for (const times of [
      [1, 1, 1, 1],
      [2, 0, 1, 1],
      [0, 3, 1, 0],
      [0, 1, 0, 3],
    ]) {
      const drawn = parts.flatMap((part, index) => Array.from({ length: times[index]! }, () => part));
      const slow = spearman(
        drawn.flatMap(({ credit }) => credit),
        drawn.flatMap(({ truth }) => truth),
      );
      const found = spearmanOf(pairs, Uint32Array.from(times));
      if (isUndefined(slow)) expect(found).toBeNaN();
      else expect(found).toBeCloseTo(slow, 12);
    }
  });
});
