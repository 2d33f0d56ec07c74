import { describe, expect, it } from 'vitest';
import type { EpisodeRow } from '../../harness/episode-row.ts';
import { randomOf, randomOrder } from '../../harness/random.ts';
import type { Row, ScoredRow } from '../../harness/row.ts';
import { summarise } from '../../reports/summarise.ts';
import { manifestOf, methodOf, rowOf } from './noisy-rows.ts';

const manifest = {
  ...manifestOf(methodOf('good'), methodOf('bad')),
};
const budgets = { ...manifest, suite: { ...manifest.suite, budgets: [8, 64] } };
const rows: ScoredRow[] = ['good', 'bad'].flatMap((method) =>
  [...Array(40).keys()].flatMap((instance) =>
    [0, 1].flatMap((seed) => {
      const row = rowOf(method, 't1', instance, seed, 1);
      return [row, { ...row, budget: 64 }];
    }),
  ),
);
const episodes = [...Array(40).keys()].map(
  (instance): EpisodeRow => ({
    schema: 1,
    kind: 'episode',
    task: 't1',
    version: 1,
    instance: String(instance),
    code: 'x',
    problem: 'x'.repeat(2000 + instance),
    agents: [
      { id: 'a', role: 'lead' },
      { id: 'b', role: 'help' },
    ],
    messages: [0, 1, 0].map((agent) => ({ agent, text: `m${instance}` })),
  }),
);

describe('the cases of a report', () => {
  it('are four per task, with the credits of all methods at the largest budget and first seed, and what was said', async () => {
    const { cases } = await summarise([...rows, ...episodes], budgets);
    expect(cases).toHaveLength(4);
    for (const { instance, budget, seed, credits, transcript, truth } of cases) {
      expect([budget, seed]).toEqual([64, 0]);
      expect(credits.map(({ method }) => method)).toEqual(['bad', 'good']);
      const row = rows.find(
        (one) => one.method === 'good' && one.instance === instance && one.budget === 64 && one.seed === 0,
      )!;
      expect([credits[1]!.credit, truth]).toEqual([row.credit, row.truth]);
      const more = Number(instance);
      expect(transcript).toMatchObject({ agents: ['a', 'b'], messages: Array(3).fill(`m${instance}`) });
      expect(transcript!.problem).toBe(
        'x'.repeat(2000) + (more > 0 ? ` … (${more} more characters in the journal)` : ''),
      );
    }
  });

  it('are the same for any order of rows, and do not move when another method joins', async () => {
    const all: Row[] = [...rows, ...episodes];
    const shuffled = [...randomOrder(randomOf('cases'), all.length)].map((place) => all[place]!);
    const { cases } = await summarise(all, budgets);
    expect((await summarise(shuffled, budgets)).cases).toEqual(cases);
    const alone = await summarise(
      all.filter((row) => row.kind === 'episode' || (row.kind === 'cell' && row.method === 'good')),
      budgets,
    );
    expect(alone.cases.map(({ instance }) => instance)).toEqual(cases.map(({ instance }) => instance));
  });

  it('say that there is no transcript where the journal holds none', async () => {
    const { cases } = await summarise(rows, budgets);
    expect(cases.map(({ transcript }) => transcript)).toEqual([null, null, null, null]);
  });
});
