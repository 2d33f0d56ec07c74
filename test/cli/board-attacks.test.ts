import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CellRow, ScoredRow } from '../../harness/row.ts';
import { readLedger } from '../../reports/board/ledger.ts';
import {
  boardHere,
  boardIn,
  editManifest,
  editRows,
  rowsOfJournal,
  submissionIn,
} from '../reports/board/example-board.ts';
import { exampleCard } from '../reports/board/example-card.ts';
import { temporaryFolder } from '../temporary.ts';

const sound = mkdtempSync(join(tmpdir(), 'creditbench-board-'));
beforeAll(async () => {
  await boardIn(sound);
  await submissionIn(sound, 's');
  await submissionIn(sound, 'other-suite', {}, { tasks: ['glove'] });
  await submissionIn(sound, 'other-salt', {}, { salt: 'lucky' });
  await submissionIn(sound, 'other-seeds', {}, { seeds: 2 });
  await submissionIn(sound, 'smaller', {}, { instances: 1 });
});
afterAll(() => rmSync(sound, { recursive: true, force: true }));

/** A copy of the board and its submissions. */
function copy(): { cwd: string; submission: string } {
  const cwd = temporaryFolder();
  cpSync(sound, cwd, { recursive: true });
  return { cwd, submission: join(cwd, 's') };
}

/** The reason why a submission is refused, after which the board must be as it was. */
async function refusal(cwd: string, name = 's'): Promise<string> {
  const reason = await boardHere(cwd, 'add', name, '--board', 'b').then(
    ({ out }) => `taken: ${out}`,
    (error: Error) => error.message,
  );
  expect(readLedger(join(cwd, 'b'))).toHaveLength(1);
  expect(readdirSync(join(cwd, 'b', 'submissions'))).toEqual([]);
  return reason;
}

// The last cell is of a team, where sampled credit is not exact.
const scored = (edit: (row: ScoredRow) => unknown) => (row: CellRow, index: number) => [
  index === 7 && row.status === 'scored' ? edit(structuredClone(row)) : row,
];
/** The cell that is edited, as it is called in a reason. */
const cell = /^(additive|relay) 0\/\S+ at budget \d+, seed 0: /;

describe('board add', () => {
  it('takes the sound submission that is spoiled below', async () => {
    const { cwd } = copy();
    const { code, out } = await boardHere(cwd, 'add', 's', '--board', 'b', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ level: 'recomputed', cells: { scored: 8, skipped: 0, failed: 0 } });
    expect(rowsOfJournal(join(cwd, 's')).filter(({ method }) => method === exampleCard.method)).toHaveLength(8);
  });

  it.each<[string, (row: ScoredRow) => unknown, string]>([
    [
      'a forged metric',
      (row) => ({ ...row, scores: { ...row.scores, shapley: { ...row.scores.shapley, 'relative-error': 0 } } }),
      'forged metric: scores.shapley.relative-error is claimed as 0; recomputed it is ',
    ],
    [
      'a metric that is left out',
      ({ scores: { shapley, ...scores }, ...row }) => {
        const { mse: _, ...rest } = shapley!;
        return { ...row, scores: { ...scores, shapley: rest } };
      },
      'forged metric: scores.shapley.mse is claimed as nothing; recomputed it is ',
    ],
    [
      'a metric that is made up',
      (row) => ({ ...row, scores: { ...row.scores, shapley: { ...row.scores.shapley, brilliance: 1 } } }),
      'forged metric: scores.shapley.brilliance is claimed as 1; recomputed it is nothing',
    ],
    [
      'an edited credit',
      (row) => ({ ...row, credit: { agents: row.credit.agents!.map((value) => value + 0.25) } }),
      'forged metric: scores.shapley.relative-error is claimed as ',
    ],
    [
      'an edited truth, the metrics made to fit',
      (row) => ({ ...row, truth: { ...row.truth, shapley: row.credit.agents } }),
      'edited truth: truth.shapley',
    ],
    ['an edited outcome', (row) => ({ ...row, outcome: row.outcome + 1 }), 'edited episode: outcome'],
    ['edited roles', (row) => ({ ...row, roles: row.roles.map(() => 'x') }), 'edited episode: roles[0]'],
    [
      'a credit of another length',
      (row) => ({ ...row, credit: { agents: row.credit.agents!.slice(1) } }),
      'credit has ',
    ],
    [
      'more calls than the budget',
      (row) => ({ ...row, spent: { ...row.spent, evaluations: 65 } }),
      'spent 65 evaluator',
    ],
  ])('refuses %s, naming the cell', async (_name, edit, reason) => {
    const { cwd, submission } = copy();
    editRows(submission, scored(edit));
    const found = await refusal(cwd);
    expect(found).toMatch(cell);
    expect(found.replace(cell, '')).toContain(reason);
  });

  it('refuses dropped bad cells, with how many and the first', async () => {
    const { cwd, submission } = copy();
    editRows(submission, (row, index) => (index < 2 ? [] : [row]));
    expect(await refusal(cwd)).toMatch(/^2 cells are missing, the first is additive 0\/\S+ at budget 16, seed 0$/);
  });

  it('refuses a cell that is there twice, even the same', async () => {
    const { cwd, submission } = copy();
    editRows(submission, (row, index) => (index === 3 ? [row, row] : [row]));
    expect(await refusal(cwd)).toMatch(/line \d+: .* is there twice; a submission is one run into a new folder$/);
  });

  it.each<[string, Partial<CellRow>, RegExp]>([
    ['task', { task: 'glove' }, /task "glove" is not on the board/],
    ['version of a task', { version: 99 }, /in version 99; the board has version \d/],
    ['budget', { budget: 32 }, /budget 32; the board has 16, 64/],
    ['unlimited budget', { budget: null }, /budget without limit; the board has 16, 64/],
    ['seed', { seed: 7 }, /seed 7; the board has the seeds 0 to 0/],
    ['method', { method: 'someone-else' }, /method "someone-else" is not in the submission's manifest/],
    ['code', { code: 'creditbench 99.0.0' }, /code "creditbench 99.0.0"; method and task are "creditbench /],
    ['instance', { instance: '../../etc/passwd' }, /^1 cell is missing|^1 cell is not of the board's suite/],
  ])('refuses rows of another %s', async (_name, change, reason) => {
    const { cwd, submission } = copy();
    editRows(submission, (row, index) => [index === 2 ? { ...row, ...change } : row]);
    expect(await refusal(cwd)).toMatch(reason);
  });

  it('refuses one row more than the suite has', async () => {
    const { cwd, submission } = copy();
    editRows(submission, (row, index) => (index === 2 ? [row, { ...row, instance: '0/more' }] : [row]));
    expect(await refusal(cwd)).toMatch(/^1 cell is not of the board's suite, the first is .* 0\/more at /);
  });

  it.each([
    ['suite', 'other-suite', /line 1: task "glove" is not on the board/],
    ['salt', 'other-salt', /its instances have the salt "lucky"; the board has "creditbench"/],
    ['number of seeds', 'other-seeds', /seed 1; the board has the seeds 0 to 0/],
    ['number of instances', 'smaller', /^4 cells are missing/],
  ])('refuses the rows of another %s', async (_name, name, reason) => {
    expect(await refusal(copy().cwd, name)).toMatch(reason);
  });

  it('refuses a submission of another release', async () => {
    const { cwd, submission } = copy();
    editManifest(submission, (manifest) => ({ ...manifest, versions: { creditbench: '0.0.9', v8: 'x' } }));
    expect(await refusal(cwd)).toMatch(/^made with creditbench 0\.0\.9; the board is of /);
  });

  it.each([
    ['a method that the run does not have', 'c3', /^unknown submitted method "c3"/],
    ['a control', 'oracle', /^"oracle" is a control; every board has its own/],
  ])('refuses %s', async (_name, method, reason) => {
    const { cwd, submission } = copy();
    writeFileSync(join(submission, 'card.json'), JSON.stringify({ ...exampleCard, method }));
    expect(await refusal(cwd)).toMatch(reason);
  });

  it('refuses a method that claims to be of the box and is not', async () => {
    const { cwd, submission } = copy();
    const path = join(submission, 'journal.jsonl');
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('"shapley-permutation"', '"shapley-perfect"'));
    editManifest(submission, (manifest) =>
      JSON.parse(JSON.stringify(manifest).replaceAll('"shapley-permutation"', '"shapley-perfect"')),
    );
    writeFileSync(join(submission, 'card.json'), JSON.stringify({ ...exampleCard, method: 'shapley-perfect' }));
    expect(await refusal(cwd)).toMatch(/^"shapley-perfect" claims to be of the box \(creditbench .*\), which has no/);
  });

  it('refuses a journal with a line that is no row', async () => {
    for (const [line, reason] of [
      ['null', /line 1: is no row/],
      ['{"kind":"cell"}', /line 1: /],
      ['rubbish', /line 1: not JSON/],
      [`{"a":${'['.repeat(50_000)}`, /line 1: objects and arrays more than 16 deep/],
    ] as const) {
      const { cwd, submission } = copy();
      writeFileSync(join(submission, 'journal.jsonl'), `${line}\n`);
      expect(await refusal(cwd)).toMatch(reason);
    }
  });

  it('refuses a line that grows beyond the limit before it is parsed', async () => {
    const { cwd, submission } = copy();
    writeFileSync(join(submission, 'journal.jsonl'), `{"x":"${'0'.repeat(5 * 2 ** 20)}"}\n`);
    expect(await refusal(cwd)).toMatch(/line 1: more than 4194304 bytes/);
  });
});
