import { describe, expect, it } from 'vitest';
import { summarise } from '../../reports/summarise.ts';
import { manifestOf, methodOf, rowsFor } from './noisy-rows.ts';

const names = ['good', 'bad'];
const rows = rowsFor({ good: 0.2, bad: 2 });
const summary = await summarise(rows, manifestOf(...names.map((name) => methodOf(name))));
const profile = summary.boards.find(({ board }) => board === 'agent')!.profile!;

describe('a performance profile', () => {
  it('is the share of instances strictly better than each threshold, tasks weighing the same', () => {
    for (const { method, share } of profile.lines)
      for (const [step, threshold] of profile.thresholds.entries()) {
        const shares = ['t1', 't2'].map((task) => {
          const errors = ['0', '1', '2', '3', '4'].map((instance) => {
            const mine = rows.filter((row) => row.method === method && row.task === task && row.instance === instance);
            return (
              mine.reduce((sum, { scores }) => sum + (scores.shapley!['relative-error'] as number), 0) / mine.length
            );
          });
          return errors.filter((error) => error < threshold).length / 5;
        });
        expect(share[step]).toBeCloseTo((shares[0]! + shares[1]!) / 2, 12);
      }
  });

  it('never falls along rising thresholds of an error, and lies in its band', () => {
    for (const { share, low, high } of profile.lines)
      for (const [step, value] of share.entries()) {
        expect(value).toBeGreaterThanOrEqual(share[step - 1] ?? 0);
        expect(low[step]).toBeLessThanOrEqual(value);
        expect(high[step]).toBeGreaterThanOrEqual(value);
      }
    expect(profile.lines.some(({ low, high }) => low.some((end, step) => end < high[step]!))).toBe(true);
  });

  it('is none for a pooled correlation, which has no value per instance', () => {
    expect(summary.boards.find(({ board }) => board === 'message')!.profile).toBeNull();
  });
});
