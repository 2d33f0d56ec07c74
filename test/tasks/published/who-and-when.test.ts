import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Credit, Instance, Task } from '../../../harness/contract.ts';
import { randomOf } from '../../../harness/random.ts';
import { score } from '../../../harness/score.ts';
import { dataVariable } from '../../../tasks/published/data-folder.ts';
import { whoAndWhenAlgorithmGenerated, whoAndWhenHandCrafted } from '../../../tasks/published/who-and-when.ts';
import { generatedLog, handCraftedLog, writeExampleLogs } from './example-logs.ts';
import { withData } from './with-data.ts';

const root = writeExampleLogs({
  'Algorithm-Generated': {
    '10.json': generatedLog,
    '2.json': { ...generatedLog, mistake_step: 1 },
    '1.json': { ...generatedLog, mistake_step: '0' },
    '3.json': { ...generatedLog, mistake_step: '3' },
    '4.json': { ...generatedLog, mistake_agent: 'Blu-Ray_Expert' },
  },
  'Hand-Crafted': { '1.json': handCraftedLog, '2.json': { ...handCraftedLog, mistake_step: '4' } },
});
const broken = writeExampleLogs({
  'Algorithm-Generated': { '7.json': { ...generatedLog, mistake_step: 'second' } },
  'Hand-Crafted': { '8.json': { ...handCraftedLog, history: [] } },
});
afterAll(() => {
  for (const folder of [root, broken]) rmSync(folder, { recursive: true });
});

const logsOf = (task: Task): Instance[] => [...task.instances(randomOf('any'))];
const blame = (credit: Credit, { truth, episode }: Instance) => score(credit, truth(), episode)['first-error']!;

describe('the logs of a generated team', () => {
  withData(() => root);

  it('come in the order of their numbers', () => {
    expect(logsOf(whoAndWhenAlgorithmGenerated).map(({ id }) => id)).toEqual(['1', '2', '3', '4', '10']);
  });

  it('are failed episodes of their speakers, in order of appearance', () => {
    const log = logsOf(whoAndWhenAlgorithmGenerated).at(-1)!;
    expect(log.episode).toEqual({
      agents: [
        { id: 'Moon_Expert', role: 'Moon_Expert' },
        { id: 'Planner', role: 'Planner' },
      ],
      problem: 'How many moons has Mars?',
      messages: [
        { agent: 0, text: 'Find the moons of Mars.' },
        { agent: 1, text: 'Mars has three moons.' },
        { agent: 0, text: 'TERMINATE: 3' },
      ],
      outcome: 0,
      range: [0, 1],
    });
    expect(log.truth()).toEqual({ 'first-error': { step: 1, agent: 1 } });
    expect(log.excluded).toBeUndefined();
  });

  it('may be labelled with a step that is a number', () => {
    expect(logsOf(whoAndWhenAlgorithmGenerated)[1]!.truth()).toEqual({ 'first-error': { step: 1, agent: 1 } });
  });

  it('whose label is out of range, or names nobody who speaks, are excluded with the reason', () => {
    expect(logsOf(whoAndWhenAlgorithmGenerated).map(({ excluded }) => excluded)).toEqual([
      undefined,
      undefined,
      'the label names step 3; the log has 3 messages',
      'the label names "Blu-Ray_Expert", who does not speak in the log',
      undefined,
    ]);
  });

  it('whose label agent is not the speaker at the label step are kept, and scored on each apart', () => {
    const log = logsOf(whoAndWhenAlgorithmGenerated)[0]!;
    expect(log.truth()).toEqual({ 'first-error': { step: 0, agent: 1 } });
    expect(blame({ firstError: 0 }, log)).toMatchObject({
      'step-accuracy': 1,
      'agent-accuracy': 0,
      'joint-accuracy': 0,
    });
    expect(blame({ firstError: 1 }, log)).toMatchObject({
      'step-accuracy': 0,
      'agent-accuracy': 1,
      'joint-accuracy': 0,
    });
    expect(blame({ firstError: 0, firstErrorAgent: 1 }, log)).toMatchObject({ 'joint-accuracy': 1 });
  });
});

describe('the hand-crafted logs', () => {
  withData(() => root);

  it('have speakers without their suffixes', () => {
    const [log] = logsOf(whoAndWhenHandCrafted);
    expect(log!.episode.agents.map(({ id }) => id)).toEqual(['human', 'Orchestrator', 'WebSurfer']);
    expect(log!.episode.messages.map(({ agent }) => agent)).toEqual([0, 1, 1, 2, 1, 1]);
    expect(log!.truth()).toEqual({ 'first-error': { step: 3, agent: 2 } });
  });

  it('offer nothing but what was said', () => {
    for (const { open } of logsOf(whoAndWhenHandCrafted))
      expect(open({ random: randomOf('any'), generated: () => {} })).toEqual({});
    expect(whoAndWhenHandCrafted).toMatchObject({ offers: [], truth: 'annotated', null: 'none', fixed: true });
  });
});

describe.each([
  ['that holds who_and_when', () => root],
  ['who_and_when itself', () => join(root, 'who_and_when')],
])('a data folder %s', (_, folder) => {
  withData(folder);

  it('is found', () => {
    for (const task of [whoAndWhenAlgorithmGenerated, whoAndWhenHandCrafted]) {
      expect(task.unavailable!()).toBeUndefined();
      expect(logsOf(task).length).toBeGreaterThan(0);
    }
  });
});

describe.each([
  ['not given', undefined],
  ['empty', ''],
  ['without the logs', '/nowhere'],
])('a data folder that is %s', (_, folder) => {
  withData(() => folder);

  it('makes the task unavailable, and says what to do', () => {
    for (const task of [whoAndWhenAlgorithmGenerated, whoAndWhenHandCrafted])
      expect(task.unavailable!()).toBe(
        'the Who&When data is not here: clone github.com/ag2ai/Agents_Failure_Attribution at commit f4d2b6d and give its folder with --data DIR or CREDITBENCH_DATA',
      );
    expect(process.env[dataVariable]).toBe(folder);
  });
});

describe('an empty data folder', () => {
  withData(() => '');
  const before = process.cwd();
  afterEach(() => process.chdir(before));

  it('is not the folder that the run was started in', () => {
    process.chdir(root);
    expect(whoAndWhenHandCrafted.unavailable!()).toContain('is not here');
  });
});

describe('a broken log', () => {
  withData(() => broken);

  it.each([
    [whoAndWhenAlgorithmGenerated, '7.json: mistake_step: invalid string: must match pattern /^\\d+$/, found "second"'],
    [whoAndWhenHandCrafted, '8.json: history: too small: expected array to have >=1 items, found []'],
  ])('is refused by its name and place', (task, message) => {
    expect(() => logsOf(task)).toThrow(expect.objectContaining({ code: 'bad-file', message }));
  });
});
