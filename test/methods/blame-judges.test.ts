import { describe, expect, it } from 'vitest';
import { randomOf } from '../../harness/random.ts';
import { score } from '../../harness/score.ts';
import { creditArgmin } from '../../methods/blame/credit-argmin.ts';
import { judgeAllAtOnce } from '../../methods/blame/judge-all-at-once.ts';
import { judgeBinarySearch } from '../../methods/blame/judge-binary-search.ts';
import { judgeHybrid } from '../../methods/blame/judge-hybrid.ts';
import { judgeStepByStep } from '../../methods/blame/judge-step-by-step.ts';
import { parseTeam } from '../../tasks/teams/read-team.ts';
import { relayWorld } from '../../tasks/teams/relay.ts';
import { answerOf, episodeSaying, teamOf } from './on.ts';
import { judgedTranscript } from './talking-game.ts';

const steps = 4;
const judges = [judgeAllAtOnce, judgeStepByStep, judgeBinarySearch, judgeHybrid];

/** Agents a, b, a, b work well or badly; anything bad loses. The judge errs as said. */
function workers(sensitivity: number, specificity: number) {
  const file = {
    kind: 'team',
    agents: ['a', 'b'],
    range: [0, 1],
    steps: Array.from({ length: steps }, (_, step) => ({
      agent: ['a', 'b'][step % 2],
      messages: ['well', 'badly'],
      policy: [{ choose: [0.5, 0.5] }],
    })),
    outcome: [{ when: new Array<string>(steps).fill('well'), score: 1 }, { score: 0 }],
    errors: Array.from({ length: steps }, (_, step) => ({ step, messages: ['badly'] })),
  };
  const team = teamOf({ ...parseTeam(file, 'test'), judge: { sensitivity, specificity } });
  return (bad: readonly number[]) =>
    episodeSaying(
      team,
      Array.from({ length: steps }, (_, step) => (bad.includes(step) ? 'badly' : 'well')),
    );
}

/** P(step `bad` is named) by enumeration of the verdicts on an otherwise right log. */
function accuracy(
  bad: number,
  sensitivity: number,
  specificity: number,
  named: (flags: readonly boolean[]) => number | null,
) {
  let total = 0;
  for (let mask = 0; mask < 2 ** steps; mask++) {
    const flags = Array.from({ length: steps }, (_, step) => ((mask >> step) & 1) === 1);
    const chance = flags.reduce((product, flag, step) => {
      const flagRate = step === bad ? sensitivity : 1 - specificity;
      return product * (flag ? flagRate : 1 - flagRate);
    }, 1);
    if (named(flags) === bad) total += chance;
  }
  return total;
}

const first = (flags: readonly boolean[]) => (flags.includes(true) ? flags.indexOf(true) : null);
const middle = (flags: readonly boolean[]) => (flags[1] ? (flags[0] ? 0 : 1) : flags[2] ? 2 : 3);
const readings = [
  ['judge-all-at-once', judgeAllAtOnce, '', (flags: readonly boolean[]) => first(flags) ?? 0],
  ['judge-step-by-step', judgeStepByStep, '', first],
  ['judge-binary-search', judgeBinarySearch, '', (flags: readonly boolean[]) => first(flags) ?? steps - 1],
  ['judge-binary-search on the middle', judgeBinarySearch, 'reads=middle', middle],
  ['judge-hybrid', judgeHybrid, '', first],
] as const;

describe.each(readings)('%s', (_name, method, options, named) => {
  it.each([
    [0.8, 0.9],
    [0.6, 0.95],
    [1, 0.7],
    [1, 1],
  ])(
    'with sensitivity %f and specificity %f is as often right as enumeration says',
    async (sensitivity, specificity) => {
      const seeds = 400;
      for (let bad = 0; bad < steps; bad++) {
        const instance = workers(sensitivity, specificity)([bad]);
        let right = 0;
        for (let seed = 0; seed < seeds; seed++) {
          const { credit } = await answerOf(method, instance, { options, random: randomOf('verdicts', bad, seed) });
          const { 'first-error': scores } = score(credit, instance.truth(), instance.episode);
          right += Number(scores!['step-accuracy']);
        }
        const expected = accuracy(bad, sensitivity, specificity, named);
        const standardError = Math.sqrt((expected * (1 - expected)) / seeds);
        expect(Math.abs(right / seeds - expected)).toBeLessThanOrEqual(4 * standardError);
      }
    },
  );
});

describe('judges', () => {
  it('find the first of several errors if they never err', async () => {
    const log = workers(1, 1);
    for (const method of judges)
      for (const bad of [
        [0, 1],
        [1, 3],
        [0, 1, 2, 3],
        [2, 3],
      ])
        expect((await answerOf(method, log(bad))).credit.firstError).toBe(bad[0]);
  });

  it('blame nobody for a success, and ask nothing', async () => {
    for (const method of judges) {
      const { credit, spent } = await answerOf(method, workers(0, 0)([]));
      expect([credit, spent.judgements, spent.evaluations]).toEqual([{ firstError: null }, 0, 1]);
    }
    const all = await answerOf(judgeStepByStep, workers(1, 1)([1]), { options: 'theta=0' });
    expect(all.credit.firstError).toBeNull();
  });

  it('who find nothing wrong give no answer, which counts as wrong, or guess as they must', async () => {
    const blind = workers(0, 1)([1]);
    const named = async (method: (typeof judges)[number]) => (await answerOf(method, blind)).credit;
    expect(await named(judgeStepByStep)).toEqual({ firstError: null });
    expect(await named(judgeHybrid)).toEqual({ firstError: null, firstErrorAgent: 0 });
    expect(await named(judgeAllAtOnce)).toEqual({ firstError: 0 });
    expect(await named(judgeBinarySearch)).toEqual({ firstError: 3 });
    const { 'first-error': scores } = score({ firstError: null }, blind.truth(), blind.episode);
    expect(scores).toMatchObject({ 'step-accuracy': 0, 'agent-accuracy': 0, missing: 1 });
  });

  it('tell the least likely step from the first below the threshold, and the hybrid stays with its author', async () => {
    const rights = [0.9, 0.4, 0.8, 0.1];
    const on = async (method: (typeof judges)[number]) =>
      (await answerOf(method, judgedTranscript(rights))).credit.firstError;
    expect(await Promise.all(judges.map(on))).toEqual([3, 1, 1, 1]);
    const { credit } = await answerOf(judgeStepByStep, judgedTranscript(rights), { options: 'threshold=0.3' });
    expect(credit.firstError).toBe(3);
    const instance = judgedTranscript([0.9, 0.4, 0.4, 0.1]);
    const messages = [0, 1, 0, 0].map((agent, step) => ({ agent, text: `message ${step}` }));
    const agents = ['a', 'b'].map((id) => ({ id, role: 'agent' }));
    const two = { ...instance, episode: { ...instance.episode, agents, messages } };
    expect((await answerOf(judgeHybrid, two)).credit).toEqual({ firstError: 2, firstErrorAgent: 0 });
  });

  it('pay per step they read', async () => {
    for (let length = 1; length <= 33; length++) {
      for (let bad = 0; bad < length; bad++) {
        const log = judgedTranscript(Array.from({ length }, (_, step) => Number(step !== bad)));
        const spent = async (method: (typeof judges)[number], options = '') =>
          (await answerOf(method, log, { options })).spent.judgements;
        expect(await spent(judgeStepByStep)).toBe(bad + 1);
        expect(await spent(judgeBinarySearch, 'reads=middle')).toBeLessThanOrEqual(Math.ceil(Math.log2(length)));
        expect(await spent(judgeBinarySearch)).toBeLessThanOrEqual(length);
      }
      expect((await answerOf(judgeAllAtOnce, judgedTranscript(new Array(length).fill(1)))).spent.judgements).toBe(
        length,
      );
    }
  });

  it('reading the middle alone are right where an error shows in all that follows', async () => {
    for (let length = 1; length <= 20; length++)
      for (let bad = 0; bad < length; bad++) {
        const log = judgedTranscript(Array.from({ length }, (_, step) => Number(step < bad)));
        expect((await answerOf(judgeBinarySearch, log, { options: 'reads=middle' })).credit.firstError).toBe(bad);
      }
  });
});

describe('credit-argmin', () => {
  const relay = teamOf(relayWorld([0.1, 0.2, 0.05]));

  it('blames the lowest advantage of an exact critic, and nobody for a success', async () => {
    const instance = episodeSaying(relay, ['1', '0', '0']);
    expect((await answerOf(creditArgmin, instance)).credit).toEqual({ firstError: 1 });
    expect((await answerOf(creditArgmin, episodeSaying(relay, ['1', '1', '0']))).credit).toEqual({ firstError: 2 });
    expect((await answerOf(creditArgmin, instance, { options: 'lambda=1' })).credit).toEqual({ firstError: 1 });
    expect((await answerOf(creditArgmin, episodeSaying(relay, ['1', '1', '1']))).credit).toEqual({ firstError: null });
  });

  it('takes the earliest of equals', async () => {
    const level = judgedTranscript([1, 1, 1], [0.6, 0.6, 0.6]);
    expect((await answerOf(creditArgmin, level, { options: 'lambda=1' })).credit).toEqual({ firstError: 0 });
  });
});
