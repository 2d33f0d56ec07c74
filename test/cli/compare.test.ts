import { describe, expect, it } from 'vitest';
import { compareCommand } from '../../harness/cli/compare.ts';
import type { CellRow } from '../../harness/row.ts';
import { errors, scored } from '../harness/comparison/rows.ts';
import { temporaryFolder } from '../temporary.ts';
import { commandHere } from './command-here.ts';
import { writeJournal } from './gate-in.ts';

const before = [0.5, 0.52, 0.47, 0.55, 0.51, 0.49, 0.5, 0.53];
const worse = before.map((value, place) => value + 0.1 + place / 100);
/** A folder of a run in which `good` beats `bad` on t, ties on u, and has five instances on v. */
function runFolder(): string {
  const cwd = temporaryFolder();
  const of = (method: string, values: readonly number[], task: string) => errors(values, { method, task });
  writeJournal(cwd, 'creditbench-run/journal.jsonl', [
    ...of('good', before, 't'),
    ...of('bad[a=1,b=2]', worse, 't'),
    ...of('good', before, 'u'),
    ...of('bad[a=1,b=2]', before, 'u'),
    ...of('good', before.slice(0, 5), 'v'),
    ...of('bad[a=1,b=2]', worse.slice(0, 5), 'v'),
  ]);
  return cwd;
}
const compare = (cwd: string, ...args: string[]) => commandHere(compareCommand, cwd, ...args);

describe('creditbench compare', () => {
  it('compares two methods of one run per task and over all, corrected over the tasks', async () => {
    const { code, out } = await compare(runFolder(), 'good', 'bad[b=2,a=1]', '--json');
    expect(code).toBe(0);
    const { comparisons } = JSON.parse(out);
    const facts = comparisons.map(({ task, verdict, p, adjustedP, won }: Record<string, unknown>) => [
      task,
      verdict,
      p,
      adjustedP,
      won,
    ]);
    // Holm over 1/128, 1 and 1/16: times three, then one, then two.
    expect(facts).toEqual([
      ['t', 'first', 2 / 256, 6 / 256, 1],
      ['u', 'tied', 1, 1, 0.5],
      ['v', 'cannot be significant', 2 / 32, 4 / 32, 1],
      [null, 'first', 2 / 2 ** 13, 2 / 2 ** 13, 17 / 21],
    ]);
    expect(comparisons[0]).toMatchObject({
      first: 'good',
      second: 'bad[a=1,b=2]',
      metric: 'relative-error',
      instances: 8,
    });
    expect(comparisons[0].low).toBeLessThan(0.135);
    expect(comparisons[0].high).toBeGreaterThan(0.135);
  });

  it('says in words what separates, what could not, and what would', async () => {
    const { out } = await compare(runFolder(), 'good', 'bad[a=1,b=2]');
    expect(out).toContain('good against bad[a=1,b=2]: relative-error, 16 evaluator calls');
    expect(out).toMatch(/^t +first is better/m);
    expect(out).toMatch(/^u +tied on every instance/m);
    expect(out).toMatch(/^v +cannot be significant at this n; 1 more instance would separate/m);
    expect(out).toMatch(/^all 3 tasks/m);
  });

  it('turns every sign with the order of the methods and no p', async () => {
    const cwd = runFolder();
    const one = JSON.parse((await compare(cwd, 'good', 'bad[a=1,b=2]', '--json')).out).comparisons;
    const other = JSON.parse((await compare(cwd, 'bad[a=1,b=2]', 'good', '--json')).out).comparisons;
    for (const [place, { difference, p }] of one.entries()) {
      expect(other[place].p).toBe(p);
      expect(other[place].difference).toBeCloseTo(-difference, 12);
    }
  });

  it('is not moved by a third method, nor by the order of rows', async () => {
    const cwd = temporaryFolder();
    const rows = [...errors(before, { method: 'a' }), ...errors(worse, { method: 'b' })];
    writeJournal(cwd, 'creditbench-run/journal.jsonl', rows);
    const { out } = await compare(cwd, 'a', 'b');
    writeJournal(cwd, 'more/journal.jsonl', [...errors(worse, { method: 'c' }), ...rows.toReversed()]);
    expect((await compare(cwd, 'a', 'b', '--in', 'more')).out).toBe(out);
  });

  it('compares what two journals share by name', async () => {
    const cwd = temporaryFolder();
    const side = (values: readonly number[]): CellRow[] => ['x', 'y'].flatMap((method) => errors(values, { method }));
    writeJournal(cwd, 'a.jsonl', side(before));
    writeJournal(cwd, 'b.jsonl', [...side(worse), ...errors(worse, { method: 'z' })]);
    const { code, out } = await compare(cwd, 'a.jsonl', 'b.jsonl', '--format', 'markdown');
    expect(code).toBe(0);
    expect(out).toContain('**x (a.jsonl) against x (b.jsonl): relative-error, 16 evaluator calls**');
    expect(out).toContain('y (a.jsonl)');
    expect(out).not.toContain('z (');
    const only = await compare(cwd, 'a.jsonl', 'b.jsonl', '--methods', 'y');
    expect(only.out).not.toContain('x (');
  });

  it('adds metrics on request and says why one has no value', async () => {
    const cwd = temporaryFolder();
    const of = (method: string) =>
      scored({ method, scores: { shapley: { 'relative-error': 1, spearman: 'the truth is constant' } } });
    writeJournal(cwd, 'creditbench-run/journal.jsonl', [of('a'), of('b')]);
    const { out } = await compare(cwd, 'a', 'b', '--metrics', 'spearman');
    expect(out).toContain('a against b on t, 16 evaluator calls: spearman against shapley: the truth is constant');
    await expect(compare(cwd, 'a', 'b', '--metrics', 'spearmen')).rejects.toThrow('"spearmen" is not a metric');
  });

  it('ends with 3 where nothing could be paired', async () => {
    const cwd = temporaryFolder();
    writeJournal(cwd, 'creditbench-run/journal.jsonl', [
      scored({ method: 'a' }),
      scored({ method: 'b', instance: 'other' }),
    ]);
    const { code, out } = await compare(cwd, 'a', 'b');
    expect([code, out]).toEqual([3, expect.stringContaining('nothing could be paired')]);
    expect(out).toContain('1 cell only of the first');
  });

  it.each([
    [['good', 'goood'], 'unknown method "goood"; did you mean "good"?'],
    [['good', 'bad[a=1,b=2]', '--in', 'nowhere'], 'nowhere: no such file; expected a journal or a folder with one'],
    [['good', './nothing.jsonl'], '"good" and "./nothing.jsonl"; expected two journals, or two methods of one run'],
    [['nothing.jsonl', 'creditbench-run'], 'nothing.jsonl: no such file'],
    [['good', 'bad[a=1,b=2]', '--methods', 'good'], '--methods chooses among two journals'],
  ])('refuses %j', async (args, message) => {
    await expect(compare(runFolder(), ...args)).rejects.toThrow(message);
  });
});
