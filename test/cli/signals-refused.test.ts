import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { filled, log, signals, signalsHere, strangers, textOf } from './signals-in.ts';

const uniform = ['--method', 'uniform', '--format', 'rewards'];
const fromLog = ['--input', 'log.episode.json'];

/** Runs it into out.jsonl; expects this exit code, one sentence, and not a single new file. */
function refused(
  args: readonly string[],
  code: number,
  message: string,
  files: Readonly<Record<string, unknown>> = {},
) {
  const cwd = filled(temporaryFolder(), { 'out.jsonl': 'what was there', ...files });
  const ended = signals(cwd, ...args, '--out', 'out.jsonl');
  expect([ended.code, ended.out, ended.err]).toEqual([code, '', `creditbench: ${message}\n`]);
  expect(textOf(cwd, 'out.jsonl')).toBe('what was there');
  expect(strangers(cwd, ['out.jsonl', ...Object.keys(files)])).toEqual([]);
}

const method = (name: string, assign: string) => `import { defineMethod, z } from 'creditbench';
  export default defineMethod({ id: '${name}', title: 't', source: '', targets: [], needs: [], laws: {}, options: z.object({}),
    ${assign} });`;

describe('creditbench signals refuses', () => {
  it.each<[string, unknown, string]>([
    [
      'an unknown agent',
      { ...log, messages: [{ agent: 'tester', text: '' }] },
      'messages[0].agent: no agent "tester"; agents are planner, coder',
    ],
    ['an outcome out of range', { ...log, outcome: 2 }, 'outcome: 2 is outside the range [0,1]'],
    [
      'a step without a judge answer',
      { ...log, judge: [0.5] },
      'judge: 1 numbers for 2 messages; expected one per message',
    ],
  ])('%s', (_, file, message) => {
    refused(['--input', './bad.episode.json', ...uniform], 2, `bad.episode.json: ${message}`, {
      'bad.episode.json': file,
    });
  });

  it.each<[string, unknown, string]>([
    ['a judge answer above 1', { ...log, judge: [0.5, 7] }, 'judge[1]: too big: expected number to be <=1, found 7'],
    [
      'ablation runs that are too few',
      { ...log, worth: [0] },
      'worth: 1 numbers given; expected 2^2 = 4, one per coalition',
    ],
    ['a file of no known kind', { kind: 'plan' }, 'kind: "plan"; expected "team" or "episode"'],
  ])('%s', async (_, file, message) => {
    const cwd = filled(temporaryFolder(), { 'bad.episode.json': file });
    const args = ['--input', './bad.episode.json', ...uniform, '--out', 'out.jsonl'];
    await expect(signalsHere(cwd, ...args)).rejects.toThrow(`bad.episode.json: ${message}`);
    expect(strangers(cwd, ['bad.episode.json'])).toEqual([]);
  });

  it.each<[string, readonly string[], string]>([
    [
      'a game file',
      ['--input', 'my.game.json', ...uniform],
      'my.game.json has no messages to reward; expected a team, an episode or a task with messages',
    ],
    [
      'a task of games',
      ['--input', 'log.episode.json,glove', ...uniform],
      'glove has no messages to reward; expected a team, an episode or a task with messages',
    ],
    [
      'a method that the input cannot serve',
      [...fromLog, '--method', 'c3', '--format', 'rewards'],
      'c3 on log: needs replay, sample; the task offers worth, judge',
    ],
    [
      'a method that credits no messages',
      [...fromLog, '--method', 'shapley-exact', '--format', 'rewards'],
      'shapley-exact gives no credit per message; training signals need one',
    ],
    [
      'pairs of a method without a record',
      [...fromLog, '--method', 'uniform', '--format', 'trl-dpo'],
      'uniform keeps no audit record, and trl-dpo needs one; use a method that does, such as evaluation-aligned',
    ],
    [
      'an audit of a method without a record',
      [...fromLog, ...uniform, '--audit', 'audit.html'],
      'uniform keeps no audit record, and --audit needs one; use a method that does, such as evaluation-aligned',
    ],
    [
      'an unknown format',
      [...fromLog, '--method', 'uniform', '--format', 'trl-dop'],
      'unknown format "trl-dop"; did you mean "trl-dpo"? formats are trl-dpo, trl-kto, trl-prm, rewards, openrlhf, verl, records',
    ],
    [
      'conversations of a format that has none',
      [...fromLog, ...uniform, '--conversational'],
      '--conversational: rewards has one form only; trl-dpo and trl-kto have two',
    ],
    [
      'a placeholder where there is none',
      [...fromLog, ...uniform, '--placeholder', 'x'],
      '--placeholder goes with openrlhf; rewards has none',
    ],
    ['an input named twice', ['--input', 'relay,relay', ...uniform], 'input "relay" is named twice'],
    ['more of one episode', [...fromLog, ...uniform, '--episodes', '3'], '--episodes 3: log is one episode already'],
    [
      'no episodes',
      ['--input', 'relay', ...uniform, '--episodes', '0'],
      '--episodes "0"; expected a whole number of at least 1',
    ],
    ['no input', uniform, '--input is missing; expected --input, --method and --format, or --verify'],
    [
      'a page over the rows',
      [...fromLog, ...uniform, '--audit', './out.jsonl'],
      './out.jsonl is named twice; expected a file of its own',
    ],
  ])('%s', async (_, args, message) => {
    const cwd = filled(temporaryFolder(), { 'out.jsonl': 'what was there' });
    await expect(signalsHere(cwd, ...args, '--out', 'out.jsonl')).rejects.toThrow(
      expect.objectContaining({ name: 'CreditbenchError', message }),
    );
    expect(textOf(cwd, 'out.jsonl')).toBe('what was there');
    expect(strangers(cwd, ['out.jsonl'])).toEqual([]);
  });

  it('a summary as JSON where the rows would be', async () => {
    await expect(signalsHere(filled(temporaryFolder()), ...fromLog, ...uniform, '--json')).rejects.toThrow(
      '--json prints a summary where the rows would be; name a file with --out',
    );
  });

  it.each([
    ['over its input', './log.episode.json', './log.episode.json is named twice; expected a file of its own'],
    ['into a folder', 'taken', 'taken: is a folder or a device; expected a file to write to'],
    ['over a device', '/dev/null', '/dev/null: is a folder or a device; expected a file to write to'],
    ['where there is no folder', 'none/out.jsonl', 'none/out.jsonl: no such folder; expected a file to write to'],
  ])('to write %s', async (_, out, message) => {
    const cwd = filled(temporaryFolder());
    mkdirSync(join(cwd, 'taken'));
    await expect(signalsHere(cwd, ...fromLog, ...uniform, '--out', out)).rejects.toThrow(message);
    expect(strangers(cwd)).toEqual(['taken']);
    expect(textOf(cwd, 'log.episode.json')).toBe(JSON.stringify(log));
  });

  it('a page that cannot be written, and then writes no rows either', async () => {
    const cwd = filled(temporaryFolder());
    const args = [...fromLog, '--method', 'evaluation-aligned', '--format', 'rewards', '--out', 'out.jsonl'];
    await expect(signalsHere(cwd, ...args, '--audit', 'none/audit.html')).rejects.toThrow(
      'none/audit.html: no such folder',
    );
    expect(strangers(cwd)).toEqual([]);
  });
});

describe('creditbench signals ends with 3 and writes nothing', () => {
  it('where a method fails, however late', () => {
    const late = `let calls = 0; ${method('late', "assign: ({ messages }) => { if (++calls === 3) throw new Error('no more'); return { messages: messages.map(() => 1) }; }")}`;
    const args = ['--input', 'relay', '--method', './late.ts', '--format', 'rewards'];
    refused(args, 3, 'failed: late on relay/2: threw Error: no more', { 'late.ts': late });
  });

  it('where a record does not follow from its own numbers', () => {
    const credit = { planner: 0.25, coder: 0.75 };
    const record = {
      branch: 'success',
      outcome: 1,
      range: [0, 1],
      theta: 1,
      estimator: { id: 'shapley-exact' },
      worth: { empty: 0, grand: 1 },
      agents: credit,
      labels: [0, 1].map((step) => ({ step, value: 0, source: 'judge' })),
      split: { id: 'proportional', beta: 0 },
      messages: Object.entries(credit).map(([agent, reward], step) => ({ step, agent, reward })),
      residual: {},
      luck: 0.5,
    };
    const liar = method('liar', `assign: () => ({ messages: [0.25, 0.75], record: ${JSON.stringify(record)} })`);
    const args = [...fromLog, '--method', './liar.ts', '--format', 'rewards'];
    refused(args, 3, 'failed: liar on log: its record does not hold: luck is 0.5; recomputed 0', { 'liar.ts': liar });
  });
});
