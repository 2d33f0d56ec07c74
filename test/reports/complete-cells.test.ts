import { describe, expect, it } from 'vitest';
import type { ScoredRow } from '../../harness/row.ts';
import { summarise } from '../../reports/summarise.ts';
import { manifestOf, methodOf, rowsFor } from './noisy-rows.ts';

const manifest = manifestOf(methodOf('good'), methodOf('bad'), methodOf('fair'));
const rows = rowsFor({ good: 0.2, bad: 2, fair: 0.5 });

async function linesWithout(lost: (row: ScoredRow) => boolean, missing: 'no-rank' | 'intersect' | 'worst') {
  const analysis = { ...manifest.suite.analysis, missing };
  const kept = rows.filter((row) => !lost(row));
  const { boards } = await summarise(kept, { ...manifest, suite: { ...manifest.suite, analysis } });
  const table = boards.find(({ board }) => board === 'agent')!;
  return new Map(table.standings.map((line) => [line.method, line]));
}

describe('a method that lacks one seed of an instance', () => {
  const lost = ({ method, task, instance, seed }: ScoredRow) =>
    method === 'good' && task === 't1' && instance === '3' && seed === 1;

  it('has no rank, for it could fail wherever it would be bad', async () => {
    const lines = await linesWithout(lost, 'no-rank');
    expect(lines.get('good')).toMatchObject({ rank: null, tasks: 1, of: 2 });
    expect([lines.get('fair')!.rank, lines.get('bad')!.rank]).toEqual([1, 2]);
  });

  it('is ranked where cells that others lack are left out, or stand as the worst', async () => {
    for (const missing of ['intersect', 'worst'] as const) {
      const lines = await linesWithout(lost, missing);
      expect(lines.get('good')).toMatchObject({ rank: 1, tasks: 2, of: 2 });
    }
  });
});

describe('two methods that each lack another seed of an instance', () => {
  it('have no interval of their difference, for their resamples are not the same', async () => {
    const lacks = { good: '3', fair: '2', bad: undefined } as Record<string, string | undefined>;
    const two = manifestOf(methodOf('good'), methodOf('fair'));
    const kept = rows.filter(
      ({ method, task, instance, seed }) =>
        method !== 'bad' && !(task === 't1' && seed === 1 && instance === lacks[method]),
    );
    const { boards } = await summarise(kept, two);
    const { pairs } = boards.find(({ board }) => board === 'agent')!.resolution!;
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({ low: null, high: null, instances: 10 });
  });
});
