import { describe, expect, it } from 'vitest';
import { signalFormats } from '../../reports/signals/formats.ts';
import { temporaryFolder } from '../temporary.ts';
import { filled, lines, rowsOf, signals, signalsHere, strangers, textOf } from './signals-in.ts';

const aligned = ['--method', 'evaluation-aligned'];

describe('creditbench signals', () => {
  it.each(signalFormats.map(({ id }) => id))(
    'writes %s of a task, a team and a log, every line by its schema',
    async (id) => {
      const cwd = filled(temporaryFolder());
      const inputs = 'word-problems,./dyad.team.json,./log.episode.json';
      const flags = ['--budget', '200', '--episodes', '8', '--out', 'out.jsonl', '--json'];
      const { code, out } = await signalsHere(cwd, '--input', inputs, ...aligned, '--format', id, ...flags);
      expect(code).toBe(0);
      const rows = rowsOf(id, textOf(cwd, 'out.jsonl'));
      expect(rows.length).toBeGreaterThan(0);
      const written = { rows: rows.length, episodes: 17, dropped: expect.anything() };
      expect(JSON.parse(out)).toEqual({ ...written, format: id, out: 'out.jsonl', audit: null });
      expect(strangers(cwd)).toEqual(['out.jsonl']);
    },
  );

  it('prints the lines where no file is named, and the summary beside them', () => {
    const cwd = filled(temporaryFolder());
    const { code, out, err } = signals(
      cwd,
      '--input',
      'log.episode.json',
      '--method',
      'uniform',
      '--format',
      'rewards',
    );
    expect(code).toBe(0);
    expect(rowsOf('rewards', out)).toEqual([
      {
        instance: 'log',
        step: 0,
        agent: 'planner',
        context: 'Write a parser.\nplanner: ',
        message: 'Split it.',
        reward: 0.5,
      },
      {
        instance: 'log',
        step: 1,
        agent: 'coder',
        context: 'Write a parser.\nplanner: Split it.\ncoder: ',
        message: 'Done.',
        reward: 0.5,
      },
    ]);
    expect(err).toBe('2 rows of rewards from 1 episode; nothing was dropped\n');
    expect(strangers(cwd)).toEqual([]);
  });

  it("makes Shapley rewards of a log with the user's own ablation runs and judge", async () => {
    const cwd = filled(temporaryFolder());
    const { out } = await signalsHere(cwd, '--input', 'log.episode.json', ...aligned, '--format', 'records');
    const [record] = rowsOf('records', out);
    // v = 0, ¼, ½, 1: planner (¼ + ½)/2, coder (½ + ¾)/2.
    expect(record).toMatchObject({ agents: { planner: 0.375, coder: 0.625 }, worth: { empty: 0, grand: 1 }, luck: 0 });
    const { out: rows } = await signalsHere(cwd, '--input', 'log.episode.json', ...aligned, '--format', 'rewards');
    expect(rowsOf('rewards', rows).map(({ reward }) => reward)).toEqual([0.375, 0.625]);
  });

  it('blames by a judge where a log failed, and counts that there is nothing to compare', async () => {
    const cwd = filled(temporaryFolder());
    const { worth: _, ...failed } = { ...JSON.parse(textOf(cwd, 'log.episode.json')), outcome: 0 };
    filled(cwd, { 'failed.episode.json': failed });
    const { out } = await signalsHere(cwd, '--input', 'failed.episode.json', ...aligned, '--format', 'rewards');
    expect(rowsOf('rewards', out).map(({ reward }) => reward)).toEqual([0, -1]);
    expect(
      signals(cwd, '--input', 'failed.episode.json', ...aligned, '--format', 'trl-dpo', '--out', 'x'),
    ).toMatchObject({
      code: 3,
      err: 'creditbench: no rows, so nothing was written; dropped: 1 no-values\n',
    });
    expect(strangers(cwd, ['failed.episode.json'])).toEqual([]);
  });

  it('draws by the seed alone', async () => {
    const cwd = filled(temporaryFolder());
    const of = async (seed: string) => {
      const flags = ['--method', 'rloo', '--format', 'rewards', '--seed', seed];
      return (await signalsHere(cwd, '--input', 'relay', ...flags)).out;
    };
    expect(await of('1')).toBe(await of('1'));
    const said = async (seed: string) => rowsOf('rewards', await of(seed)).map(({ message }) => message);
    expect(await said('1')).not.toEqual(await said('2'));
    expect(new Set(rowsOf('rewards', await of('1')).map(({ instance }) => instance)).size).toBe(16);
  });

  it('gives the same episodes to every format, and to fewer or more of them', async () => {
    const cwd = filled(temporaryFolder());
    const of = async (format: string, episodes: string) => {
      const flags = ['--budget', '64', '--format', format, '--episodes', episodes];
      return (await signalsHere(cwd, '--input', 'word-problems', ...aligned, ...flags)).out;
    };
    const records = lines(await of('records', '4'));
    expect(records.slice(0, 2)).toEqual(lines(await of('records', '2')));
    const recorded = records
      .map((line) => JSON.parse(line))
      .flatMap(({ branch, messages, scalar }) => (branch === 'success' ? messages : scalar));
    const rewards = rowsOf('rewards', await of('rewards', '4'));
    expect(rewards.map(({ reward }) => reward)).toEqual(recorded.map(({ reward }: { reward: number }) => reward));
  });

  it('writes conversations where they are asked for', async () => {
    const cwd = filled(temporaryFolder());
    const { out } = signals(
      cwd,
      '--input',
      'log.episode.json',
      '--method',
      'uniform',
      '--format',
      'trl-kto',
      '--conversational',
    );
    expect(rowsOf('trl-kto', out)[1]).toMatchObject({
      prompt: [{ role: 'system' }, { role: 'user', content: 'Write a parser.\n\nplanner: Split it.' }],
      completion: [{ role: 'assistant', content: 'Done.' }],
    });
  });

  it('writes the audit page beside the rows', async () => {
    const cwd = filled(temporaryFolder());
    const flags = [
      '--format',
      'rewards',
      '--budget',
      '64',
      '--out',
      'out.jsonl',
      '--audit',
      'audit.html',
      '--episodes',
      '3',
    ];
    const { code, out } = await signalsHere(cwd, '--input', 'word-problems', ...aligned, ...flags);
    expect([code, lines(out).slice(1)]).toEqual([0, ['out.jsonl', 'audit.html']]);
    const page = textOf(cwd, 'audit.html');
    expect(page.match(/<section aria-labelledby="episode-/g)).toHaveLength(3);
    expect(page).toContain('word-problems/2');
    expect(page.trimEnd().endsWith('</html>')).toBe(true);
  });

  it('replaces a file whole', async () => {
    const cwd = filled(temporaryFolder(), { 'out.jsonl': 'old' });
    const flags = ['--method', 'uniform', '--format', 'rewards', '--out', 'out.jsonl'];
    expect((await signalsHere(cwd, '--input', 'log.episode.json', ...flags)).code).toBe(0);
    expect(rowsOf('rewards', textOf(cwd, 'out.jsonl'))).toHaveLength(2);
  });
});
