import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOfPlan, usualPlan } from '../../harness/analysis-plan.ts';
import { readManifest } from '../../harness/folder.ts';
import { standingRows } from '../../harness/journal.ts';
import { randomOf, randomOrder } from '../../harness/random.ts';
import { summarise } from '../../reports/summarise.ts';
import { formatNames, renderReport, summariseFolder } from '../../reports/write-report.ts';
import { run } from '../harness/run-in.ts';
import { temporaryFolder } from '../temporary.ts';

let folder: string;
const small = {
  tasks: ['glove', 'relay', 'reasoner-actor'],
  methods: ['c3', 'rloo', 'shapley', 'evaluation-aligned'],
  laws: 2,
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'creditbench-test-'));
  await run(folder, small);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the summary of a folder', () => {
  it('is what its rows in memory give, to the last bit', async () => {
    expect(await summariseFolder(folder)).toEqual(
      await summarise(standingRows(join(folder, 'journal.jsonl')), readManifest(folder)!),
    );
  });

  it('and every file of its report have the same bytes for any order of lines, methods and tasks, and any number of jobs', async () => {
    const { argv, start, end } = readManifest(folder)!;
    const texts = async (path: string) => {
      const summary = await summariseFolder(path);
      return renderReport({ ...summary, manifest: { ...summary.manifest, argv, start, end } }, formatNames);
    };
    const expected = await texts(folder);
    const lines = readFileSync(join(folder, 'journal.jsonl'), 'utf8').trimEnd().split('\n');
    const shuffled = temporaryFolder();
    writeFileSync(join(shuffled, 'manifest.json'), readFileSync(join(folder, 'manifest.json')));
    writeFileSync(
      join(shuffled, 'journal.jsonl'),
      `${[...randomOrder(randomOf('lines'), lines.length)].map((place) => lines[place]).join('\n')}\n`,
    );
    expect(await texts(shuffled)).toEqual(expected);
    const other = temporaryFolder();
    await run(
      other,
      { ...small, tasks: small.tasks.toReversed(), methods: small.methods.toReversed(), budgets: [32, 8] },
      { jobs: 4 },
    );
    expect(await texts(other)).toEqual(expected);
  });

  it('says which earlier runs declared another plan', async () => {
    const planned = temporaryFolder();
    const plan = { ...usualPlan, alpha: 0.01, margins: { mse: 0.1 } };
    await run(planned, { ...small, seeds: 1, analysis: { alpha: 0.01, margins: { mse: 0.1 } } });
    expect((await summariseFolder(planned)).analysis).toEqual({
      plan,
      hash: hashOfPlan(plan),
      earlier: [],
      instead: null,
    });
    await run(planned, { ...small, seeds: 1 });
    expect((await summariseFolder(planned)).analysis.plan).toEqual(plan);
    await run(planned, { ...small, seeds: 1, analysis: {} });
    const { analysis } = await summariseFolder(planned);
    expect(analysis.plan).toEqual(usualPlan);
    expect(analysis.earlier).toEqual([1, 2].map((number) => ({ run: number, hash: hashOfPlan(plan) })));
  });

  it('refuses a plan whose metric ranks nothing', async () => {
    const planned = temporaryFolder();
    await run(planned, { tasks: ['glove'], seeds: 1, analysis: { metrics: { agent: 'bias' } } });
    await expect(summariseFolder(planned)).rejects.toThrow(
      'analysis.metrics.agent: "bias" ranks nothing; expected one of relative-error, spearman, sign-accuracy, mse',
    );
  });
});
