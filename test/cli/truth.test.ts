import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { creditbench } from './creditbench.ts';
import { dyad } from './dyad.ts';

function file(name: string, value: unknown): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
}

const truthOf = (...args: string[]) => {
  const { code, out, err } = creditbench(['truth', ...args, '--json']);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out);
};

describe('creditbench truth', () => {
  it('gives every estimand of a game', () => {
    const game = { kind: 'game', agents: ['l', 'r', 's'], form: 'glove', left: ['l'], right: ['r', 's'] };
    const { agents, estimands, worth } = truthOf(file('glove.game.json', game));
    expect(agents).toEqual(['l', 'r', 's']);
    expect(worth).toEqual({ empty: 0, grand: 1 });
    expect(estimands).toEqual({
      shapley: {
        credit: [expect.closeTo(2 / 3, 14), expect.closeTo(1 / 6, 14), expect.closeTo(1 / 6, 14)],
        total: expect.closeTo(1, 14),
        origin: 'closed-form',
      },
      banzhaf: { credit: [0.75, 0.25, 0.25], total: 1.25, origin: 'closed-form' },
      removal: { credit: [1, 0, 0], total: 1, origin: 'closed-form' },
    });
  });

  it('gives the presence game of a team, and no transcript where none is named', () => {
    const { estimands } = truthOf(file('dyad.team.json', dyad));
    expect(Object.keys(estimands)).toEqual(['shapley', 'banzhaf', 'removal']);
    expect(estimands.shapley.credit).toEqual([expect.closeTo(0.26, 14), expect.closeTo(0.36, 14)]);
  });

  it('gives the truth of a transcript', () => {
    const { estimands, messages } = truthOf(file('dyad.team.json', dyad), '--messages', 'good,right');
    expect(messages).toEqual(['good', 'right']);
    expect(estimands.advantage).toEqual({
      credit: [expect.closeTo(0.28, 14), expect.closeTo(0.1, 14)],
      total: expect.closeTo(0.38, 14),
      origin: 'enumerated',
      values: [expect.closeTo(0.62, 14), 0.9],
      outcome: 1,
    });
    expect(estimands.realised.credit).toEqual([expect.closeTo(0.14, 14), expect.closeTo(0.24, 14)]);
    expect(estimands['first-error']).toEqual({ step: null, agent: null, reason: 'none' });
  });

  it('names the first error of a failed transcript by step and agent', () => {
    const path = file('dyad.team.json', dyad);
    expect(truthOf(path, '--messages', 'bad,wrong').estimands['first-error']).toEqual({ step: 0, agent: 'reasoner' });
    expect(truthOf(path, '--messages', 'good,wrong').estimands['first-error']).toEqual({
      step: null,
      agent: null,
      reason: 'undetermined',
    });
  });

  it('blames nobody where the outcome is a coin flip', () => {
    const flipping = { ...dyad, noise: 'bernoulli', outcome: [{ when: ['*', 'right'], score: 0.9 }, { score: 0 }] };
    const path = file('flip.team.json', flipping);
    const blameOf = (messages: string) => truthOf(path, '--messages', messages).estimands['first-error'];
    expect(blameOf('bad,right')).toEqual({ step: null, agent: null, reason: 'chance' });
    expect(blameOf('bad,wrong')).toEqual({ step: 0, agent: 'reasoner' });
  });

  it('prints the same for people', () => {
    const { out } = creditbench(['truth', file('dyad.team.json', dyad), '--messages', 'bad,wrong']);
    expect(out).toMatchInlineSnapshot(`
      "agent        shapley     banzhaf     removal    realised
      reasoner        0.26        0.26        0.52       -0.26
      actor           0.36        0.36        0.62       -0.36
      sum             0.62        0.62        1.14       -0.62
      origin    enumerated  enumerated  enumerated  enumerated
      v(∅) = 0, v(N) = 0.62

      step  message  V before  advantage
         0  bad          0.62      -0.52
         1  wrong         0.1       -0.1
            sum                    -0.62
      outcome 0
      first error: step 0, reasoner
      "
    `);
  });

  const broken = { ...dyad, steps: [{ ...dyad.steps[0], policy: [{ choose: [0.5, 0.3, 0.1] }] }, dyad.steps[1]] };
  it.each([
    ['x.game.json', '{"kind": "game"', 'x.game.json: not JSON'],
    ['x.game.json', { kind: 'gmae' }, 'x.game.json: kind: "gmae" has no exact truth; expected "game" or "team"'],
    ['x.game.json', [], 'x.game.json: kind: undefined has no exact truth'],
    ['x.game.json', { kind: 'game', agents: ['a'], form: 'tabel', values: [0, 1] }, 'tabel'],
    [
      'x.game.json',
      { kind: 'game', agents: [], form: 'table', values: [0] },
      'x.game.json: agents: empty; expected at least one',
    ],
    [
      'x.game.json',
      { kind: 'game', agents: Array.from({ length: 65 }, (_, i) => `a${i}`), form: 'table', values: [0] },
      'x.game.json: agents: 65 need 2^65 worths; expected at most 24, or another form, such as unanimity, which takes any number of agents',
    ],
    ['x.team.json', broken, 'x.team.json: steps[0].policy[0].choose: probabilities add up to 0.9; expected 1'],
  ])('refuses %s with code 2 and one clear line: %#', (name, value, message) => {
    const { code, out, err } = creditbench(['truth', file(name, value)]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^creditbench: [^\n]+\n$/);
    expect(err).toContain(message);
  });

  it('refuses a transcript that the team cannot have said', () => {
    const path = file('dyad.team.json', dyad);
    const errorOf = (...args: string[]) => {
      const { code, err } = creditbench(['truth', ...args]);
      expect(code).toBe(2);
      return err;
    };
    expect(errorOf(path, '--messages', 'good')).toBe('creditbench: --messages names 1 messages for 2 steps\n');
    expect(errorOf(path, '--messages', 'good,maybe')).toContain('"maybe" at step 1; its messages are right, wrong');
    expect(errorOf('nothing.json')).toBe('creditbench: nothing.json: no such file\n');
  });

  it('is exact for 3³⁰ transcripts whose contexts are few', () => {
    const step = { agent: 'a', messages: ['x', 'y', 'z'], policy: [{ choose: [0.5, 0.25, 0.25] }] };
    const team = {
      kind: 'team',
      agents: ['a'],
      range: [0, 1],
      steps: Array.from({ length: 30 }, () => step),
      outcome: [{ when: [...new Array(29).fill('*'), 'x'], score: 1 }, { score: 0 }],
    };
    const messages = new Array(30).fill('y').join(',');
    const { code, out } = creditbench(['truth', file('long.team.json', team), '--messages', messages, '--json']);
    expect(code).toBe(0);
    const { advantage } = JSON.parse(out).estimands;
    expect(advantage.credit.slice(0, 29)).toEqual(new Array(29).fill(0));
    expect(advantage.credit[29]).toBe(-0.5);
  });

  it('is sampled where the file asks for it, with its standard errors', () => {
    const step = { agent: 'a', messages: ['x', 'y'], policy: [{ choose: [0.5, 0.5] }], absent: [{ choose: [0, 1] }] };
    const team = {
      kind: 'team',
      agents: ['a'],
      range: [0, 1],
      truth: { draws: 400 },
      steps: [step, step],
      outcome: [{ when: ['x', 'x'], score: 1 }, { score: 0 }],
    };
    const path = file('sampled.team.json', team);
    const { estimands } = JSON.parse(creditbench(['truth', path, '--messages', 'x,x', '--json']).out);
    expect(estimands.shapley).toMatchObject({ origin: 'sampled', standardErrors: [expect.any(Number)] });
    expect(Math.abs(estimands.shapley.credit[0] - 0.25)).toBeLessThan(4 * estimands.shapley.standardErrors[0]);
    const printed = creditbench(['truth', path, '--messages', 'x,x']).out;
    expect(printed).toMatch(/sampled/);
    expect(printed).toMatch(/standard error/);
  });

  it('--synergy says how pairs work together and whether anybody can be kept from leaving', () => {
    const glove = {
      kind: 'game',
      agents: ['left', 'right', 'spare'],
      form: 'glove',
      left: ['left'],
      right: ['right', 'spare'],
    };
    const { code, out } = creditbench(['truth', file('glove.game.json', glove), '--synergy', '--json']);
    expect(code).toBe(0);
    const { synergy } = JSON.parse(out);
    // v = 1 where left meets a right one: ½ (1 + 0) for left with either, ½ (0 − 1) for the two rights.
    expect(synergy.interactions.map(({ shapley }: { shapley: number }) => shapley)).toEqual([0.5, 0.5, -0.5]);
    expect(synergy.core).toMatchObject({ isEmpty: false, allocation: [1, 0, 0] });
    const majority = { kind: 'game', agents: ['a', 'b', 'c'], form: 'weighted-voting', weights: [1, 1, 1], quota: 2 };
    const text = creditbench(['truth', file('majority.game.json', majority), '--synergy']).out;
    expect(text).toContain('core: empty, every sharing leaves some coalition 0.3333333333 short');
  });

  it('--synergy is refused beyond 12 agents', () => {
    const agents = Array.from({ length: 13 }, (_, agent) => `a${agent}`);
    const game = { kind: 'game', agents, form: 'weighted-voting', weights: agents.map(() => 1), quota: 7 };
    const { code, err } = creditbench(['truth', file('many.game.json', game), '--synergy']);
    expect(code).toBe(2);
    expect(err).toContain('--synergy is for up to 12 agents; it has 13');
  });
});
