import { describe, expect, it } from 'vitest';
import { usualPlan } from '../../harness/analysis-plan.ts';
import { overTasks } from '../../reports/over-tasks.ts';

/** Two tasks, the replicates of the first being their own numbers and of the second all 10⁶. */
function drawn(resamples: number): Float64Array {
  const mean = overTasks({ ...usualPlan, levels: ['tasks', 'instances'], resamples }, 'salt');
  const about = { value: 0, instances: 9, noise: undefined };
  mean.add({ ...about, task: 'a', replicates: Float64Array.from({ length: resamples }, (_, resample) => resample) });
  mean.add({ ...about, task: 'b', replicates: new Float64Array(resamples).fill(1e6) });
  return mean.replicates()!;
}

describe('overTasks with tasks resampled', () => {
  it.each([389, 778, 1000, 389 * 397])('draws the instances of a task that comes twice anew: %i resamples', (size) => {
    const values = drawn(size);
    const both = [...values.entries()].filter(([, value]) => value < size);
    // A quarter of all resamples is the first task twice.
    expect(Math.abs(both.length - size / 4)).toBeLessThan(4 * Math.sqrt((size * 3) / 16));
    expect(both.filter(([resample, value]) => value === resample)).toEqual([]);
  });
});
