import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { creditbench } from './creditbench.ts';
import { dyad } from './dyad.ts';

const game = {
  kind: 'game',
  agents: ['a', 'b'],
  form: 'unanimity',
  constant: 1,
  terms: [{ members: ['a', 'b'], coefficient: 3 }],
};
const episode = {
  kind: 'episode',
  agents: [{ id: 'planner', role: 'lead' }, { id: 'coder' }],
  problem: 'Write a parser.',
  messages: [
    { agent: 'planner', text: 'Split it.' },
    { agent: 'coder', text: 'Done.' },
  ],
  outcome: 0.5,
  range: [0, 1],
};

function written(name: string, value: unknown, folder = temporaryFolder()): string {
  const path = join(folder, name);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
}

const assign = (method: string, input: string, ...rest: string[]) =>
  creditbench(['assign', '--method', method, '--input', input, ...rest]);
const answerOf = (...args: Parameters<typeof assign>) => {
  const { code, out, err } = assign(...args, '--json');
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out);
};

describe('creditbench assign', () => {
  it('credits the agents of a game', () => {
    expect(answerOf('shapley-exact', written('g.game.json', game))).toMatchObject({
      method: 'shapley-exact',
      credit: { agents: [1.5, 1.5] },
      spent: { evaluations: 4, messages: 0, judgements: 0, tokens: 0 },
    });
  });

  it('credits the messages of a named transcript, within a budget', () => {
    const input = written('dyad.team.json', dyad);
    const answer = answerOf('c3[fanout=2x4,baseline=mean]', input, '--messages', 'bad,right', '--budget', '8');
    expect(answer).toMatchObject({
      method: 'c3[baseline=mean,fanout=2x4]',
      outcome: 1,
      spent: { evaluations: 8, messages: 10 },
    });
    expect(answer.credit.messages).toHaveLength(2);
  });

  it('draws the episode and the method by the seed', () => {
    const input = written('dyad.team.json', dyad);
    const of = (seed: string) => answerOf('rloo', input, '--seed', seed, '--budget', '4');
    expect(of('3')).toEqual(of('3'));
    const drawn = new Set(['0', '1', '2', '3', '4', '5'].map((seed) => JSON.stringify(of(seed))));
    expect(drawn.size).toBeGreaterThan(1);
  });

  it("credits a user's own transcript with what needs no probe", () => {
    const input = written('log.episode.json', episode);
    expect(answerOf('uniform', input).credit).toEqual({ agents: [0.25, 0.25], messages: [0.25, 0.25] });
    expect(assign('c3', input)).toMatchObject({
      code: 2,
      err: 'creditbench: c3: needs replay, sample; the task offers no probe\n',
    });
  });

  it("runs a user's TypeScript method from anywhere", () => {
    const source = `import { defineMethod, z } from 'creditbench';
      export default defineMethod({
        id: 'mine', title: 'Mine', source: 'this test', targets: ['shapley'], needs: [], laws: {},
        options: z.object({ share: z.number().default(1) }),
        assign: ({ agents, outcome }, _access, { share }) => ({ agents: agents.map(() => outcome * share) }),
      });`;
    const method = written('my-method.ts', source);
    const input = written('g.game.json', game);
    expect(answerOf(method, input)).toMatchObject({ method: 'mine', credit: { agents: [4, 4] } });
    expect(answerOf(`${method}[share=0.5]`, input)).toMatchObject({
      method: 'mine[share=0.5]',
      credit: { agents: [2, 2] },
    });
  });

  it.each([
    ['export const nothing = 1;', 'exports no method; expected export default defineMethod({ … })'],
    ['export default { id: "Bad Name", assign() {} };', 'm.ts (Bad Name): id: expected a kebab-case id like my-method'],
    ['export default { id: "x", assign() {} };', 'm.ts (x): title: expected string, received undefined'],
    ['throw new Error("boom");', 'does not load: Error: boom'],
    ['this is not TypeScript', 'does not load'],
    [
      'import { z } from "zod"; export default { id: "oracle", title: "t", source: "", targets: [], needs: [], laws: {}, options: z.object({}), assign() {} };',
      'a method in the box is called "oracle" already',
    ],
    [
      'import { z } from "zod"; export default { id: "spy", title: "t", source: "", targets: [], needs: [], laws: {}, options: z.object({}), sees: "truth", assign() {} };',
      'm.ts (spy): unrecognized key: "sees"',
    ],
  ])('refuses a method file that is none: %#', (source, message) => {
    const { code, err } = assign(written('m.ts', source), written('g.game.json', game));
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('ends with 3 where the method fails', () => {
    const source = `import { defineMethod, z } from 'creditbench';
      export default defineMethod({ id: 'nan', title: 'NaN', source: '', targets: [], needs: [], laws: {}, options: z.object({}),
        assign: ({ agents }) => ({ agents: new Float64Array(agents.length).fill(NaN) }) });`;
    const { code, err } = assign(written('nan.ts', source), written('g.game.json', game));
    expect([code, err]).toEqual([
      3,
      'creditbench: nan failed: credit.agents[0] is NaN; expected a finite number (instance "g.game.json")\n',
    ]);
  });

  it.each([
    [['--budget', '0'], '--budget "0"; expected a whole number of at least 1'],
    [['--seed', 'x'], '--seed "x"; expected a whole number of at least 0'],
    [['--messages', 'a'], '--messages goes with a team file; g.game.json is "game"'],
  ])('refuses %j', (flags, message) => {
    const { code, err } = assign('uniform', written('g.game.json', game), ...flags);
    expect([code, err]).toEqual([2, `creditbench: ${message}\n`]);
  });

  it.each([
    [
      { ...episode, messages: [{ agent: 'tester', text: '' }] },
      'messages[0].agent: no agent "tester"; agents are planner, coder',
    ],
    [{ ...episode, outcome: 2 }, 'outcome: 2 is outside the range [0,1]'],
    [{ ...episode, outcome: null }, 'outcome: expected number, received null'],
    [{ ...episode, agents: [{ id: 'a' }, { id: 'a' }] }, 'agents[1]: agent "a" is named twice'],
    [{ ...episode, range: [1, 0] }, 'range: [1,0] is empty; expected the lower end first'],
  ])('refuses a broken transcript: %#', (value, message) => {
    const { code, err } = assign('uniform', written('log.episode.json', value));
    expect(code).toBe(2);
    expect(err).toContain(`creditbench: log.episode.json: ${message}`);
  });
});
