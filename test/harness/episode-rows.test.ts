import { describe, expect, it } from 'vitest';
import type { EpisodeRow } from '../../harness/episode-row.ts';
import { filesOf } from '../../harness/folder.ts';
import { readJournal } from '../../harness/journal.ts';
import { temporaryFolder } from '../temporary.ts';
import { run } from './run-in.ts';

async function episodesOf(folder: string): Promise<EpisodeRow[]> {
  const rows: EpisodeRow[] = [];
  for await (const row of readJournal(filesOf(folder).journal)) if (row.kind === 'episode') rows.push(row);
  return rows;
}

describe('the transcripts of a run', () => {
  it('are written once per instance of a team, before its cells, and not for games', async () => {
    const folder = temporaryFolder();
    const outcome = await run(folder);
    const rows = await episodesOf(folder);
    expect(rows.map(({ task, instance }) => `${task} ${instance}`)).toEqual([
      'relay 0/0',
      'relay 0/1',
      'relay 1/0',
      'relay 1/1',
    ]);
    const [first] = rows;
    expect(first!.messages.length).toBeGreaterThan(0);
    expect(first!.messages.every(({ agent, text }) => first!.agents[agent] !== undefined && text !== '')).toBe(true);
    expect(outcome.scored + outcome.skipped).toBe(outcome.ran);
    await run(folder);
    await run(folder, { seeds: 3 });
    expect((await episodesOf(folder)).length).toBe(6);
  });

  it('are the same from shards and from many jobs', async () => {
    const [plain, parts, jobs] = [1, 2, 3].map(() => temporaryFolder()) as [string, string, string];
    await run(plain);
    for (const part of [1, 2]) await run(parts, {}, { shard: { part, of: 2 } });
    await run(jobs, {}, { jobs: 7 });
    const inOrder = async (folder: string) =>
      (await episodesOf(folder)).toSorted((a, b) => (a.instance < b.instance ? -1 : 1));
    expect(await inOrder(parts)).toEqual(await inOrder(plain));
    expect(await inOrder(jobs)).toEqual(await inOrder(plain));
  });
});
