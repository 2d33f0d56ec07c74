import { describe, expect, it } from 'vitest';
import type { EpisodeRow } from '../../harness/episode-row.ts';
import type { Row, ScoredRow } from '../../harness/row.ts';
import { summarise } from '../../reports/summarise.ts';
import { manifestOf, methodOf, rowOf } from './noisy-rows.ts';

/** A row whose agent and message errors are these. */
function scoredAs(method: string, instance: number, error: number): ScoredRow {
  const row = rowOf('any', 't1', instance, 0, 1);
  return {
    ...row,
    method,
    scores: { shapley: { 'relative-error': error }, advantage: { mse: error } },
  };
}
const manifest = manifestOf(methodOf('a'), methodOf('b'), methodOf('uniform', { control: true }));
const rows: ScoredRow[] = [
  ...[0.5, 0.2, 0, 0.3].map((error, instance) => scoredAs('a', instance, error)),
  ...[0.5, 0.4, 0, 0.3 + 1e-14].map((error, instance) => scoredAs('b', instance, error)),
  ...[9, 9, 9, 9].map((error, instance) => scoredAs('uniform', instance, error)),
];
const episodeOf = (instance: string, text: string): EpisodeRow => ({
  schema: 1,
  kind: 'episode',
  task: 't1',
  version: 1,
  instance,
  code: 'x',
  problem: 'p',
  agents: [],
  messages: [{ agent: 0, text }],
});

describe('the suite doctor', () => {
  it('finds instances on which all methods score the same, controls left out, and of them the perfect ones', async () => {
    const [entry] = (await summarise(rows, manifest)).doctor;
    expect(entry).toMatchObject({
      task: 't1',
      estimand: 'shapley',
      metric: 'relative-error',
      instances: 4,
      methods: 2,
    });
    expect(entry).toMatchObject({ dead: 3, saturated: 1, duplicate: 0, contradictory: 0 });
    expect(entry!.discrimination).toBeCloseTo(Math.abs(0.2 - 0.4) / Math.SQRT2 / 4, 9);
    expect(entry!.examples).toEqual([
      { instance: '0', finding: 'dead', detail: '2 methods score 0.500' },
      { instance: '3', finding: 'dead', detail: '2 methods score 0.300' },
      { instance: '2', finding: 'saturated', detail: '2 methods score 0' },
    ]);
  });

  it('finds episodes that are there twice, with the same truth and with another one', async () => {
    const twin = (row: ScoredRow, truth: ScoredRow['truth']): ScoredRow => ({
      ...row,
      instance: `${row.instance}-twin`,
      truth,
    });
    const changed = { ...rows[1]!.truth, shapley: [1, 2] };
    const twins: Row[] = [
      ...rows.flatMap((row) => [
        row,
        ...(row.instance === '0' ? [twin(row, row.truth)] : []),
        ...(row.instance === '1' ? [twin(row, changed)] : []),
      ]),
    ];
    const said = ['0', '0-twin', '1', '1-twin', '2', '3'].map((instance) => episodeOf(instance, instance[0]!));
    const find = async (more: readonly Row[]) => (await summarise([...twins, ...more], manifest)).doctor[0]!;
    expect(await find(said)).toMatchObject({ duplicate: 1, contradictory: 1 });
    expect((await find(said)).examples.slice(0, 1)).toEqual([
      { instance: '1-twin', finding: 'contradictory', detail: 'same episode as 1, another truth' },
    ]);
    // Without a transcript only the same outcome and truth make a copy.
    expect(await find([])).toMatchObject({ duplicate: 1, contradictory: 0 });
    expect((await find([])).examples).toContainEqual({
      instance: '0-twin',
      finding: 'duplicate',
      detail: 'same outcome and truth as 0',
    });
    const different = said.map((row) => (row.instance === '0-twin' ? episodeOf('0-twin', 'another') : row));
    expect(await find(different)).toMatchObject({ duplicate: 0, contradictory: 1 });
  });

  it('calls nothing dead where one method was scored', async () => {
    const [entry] = (
      await summarise(
        rows.filter(({ method }) => method !== 'b'),
        manifest,
      )
    ).doctor;
    expect(entry).toMatchObject({ methods: 1, dead: 0, saturated: 0, discrimination: null });
  });
});
