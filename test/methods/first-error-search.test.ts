import { describe, expect, it } from 'vitest';
import { randomOf } from '../../harness/random.ts';
import { firstErrorReplay } from '../../methods/counterfactual/first-error-replay.ts';
import { omegaPrm } from '../../methods/counterfactual/omega-prm.ts';
import { parseTeam } from '../../tasks/teams/read-team.ts';
import { relayWorld } from '../../tasks/teams/relay.ts';
import { answerOf, episodeSaying, freshEpisode, teamOf } from './on.ts';

const steps = 6;
/** Every step is done well or badly, and one bad step loses everything. */
const oneBadStep = teamOf(
  parseTeam(
    {
      kind: 'team',
      agents: ['a'],
      range: [0, 1],
      steps: Array.from({ length: steps }, () => ({
        agent: 'a',
        messages: ['well', 'badly'],
        policy: [{ choose: [0.9, 0.1] }],
      })),
      outcome: [{ when: new Array<string>(steps).fill('well'), score: 1 }, { score: 0 }],
      errors: Array.from({ length: steps }, (_, step) => ({ step, messages: ['badly'] })),
    },
    'test',
  ),
);
const badAt = (step: number) =>
  episodeSaying(
    oneBadStep,
    Array.from({ length: steps }, (_, at) => (at === step ? 'badly' : 'well')),
  );
const relay = teamOf(relayWorld([0.1, 0.2, 0.05]));
const failed = [
  ['0', '0', '0'],
  ['0', '1', '0'],
  ['1', '0', '0'],
  ['1', '1', '0'],
];

describe('omega-prm', () => {
  it.each([0, 1, 2, 3, 4, 5])(
    'finds the bad step %i where what is lost stays lost, by ⌈log₂ 6⌉ questions at most',
    async (step) => {
      const { credit, spent } = await answerOf(omegaPrm, badAt(step), { options: 'k=40' });
      expect(badAt(step).truth()['first-error']).toMatchObject({ step });
      expect(credit).toEqual({ firstError: step });
      expect(spent.evaluations).toBeLessThanOrEqual(1 + 3 * 40);
    },
  );

  it('calls a prefix that can still succeed lost with probability (1 − p)^k', async () => {
    const instance = episodeSaying(relay, ['1', '0', '0']);
    const seeds = 3000;
    const counts = [0, 0, 0];
    for (let seed = 0; seed < seeds; seed++)
      counts[
        (await answerOf(omegaPrm, instance, { options: 'k=4', random: randomOf('lost', seed) })).credit.firstError!
      ]!++;
    const expected = [0.23 ** 4, (1 - 0.23 ** 4) * 0.95 ** 4, (1 - 0.23 ** 4) * (1 - 0.95 ** 4)];
    for (const [step, chance] of expected.entries())
      expect(Math.abs(counts[step]! / seeds - chance)).toBeLessThan(4 * Math.sqrt((chance * (1 - chance)) / seeds));
  });

  it('blames nobody for a success, and the only message of a failure, without asking anything', async () => {
    const succeeded = await answerOf(omegaPrm, episodeSaying(relay, ['1', '1', '1']));
    expect([succeeded.credit, succeeded.spent.evaluations]).toEqual([{ firstError: null }, 1]);
    const single = episodeSaying(teamOf(relayWorld([0.3])), ['0']);
    const alone = await answerOf(omegaPrm, single, { budget: 1 });
    expect([alone.credit, alone.spent.evaluations]).toEqual([{ firstError: 0 }, 1]);
  });

  it('fills the budget it is given, and refuses one too small', async () => {
    const { spent } = await answerOf(omegaPrm, badAt(1), { budget: 31 });
    expect(spent.evaluations).toBe(1 + 3 * 10);
    await expect(answerOf(omegaPrm, badAt(0), { budget: 3 })).rejects.toThrow('needs at least 4 evaluator calls');
  });
});

describe('first-error-replay', () => {
  it.each(failed)('finds the first error of the relay that said %s %s %s, given enough replays', async (...said) => {
    const instance = episodeSaying(relay, said);
    const { step } = instance.truth()['first-error']!;
    for (let seed = 0; seed < 20; seed++) {
      const { credit } = await answerOf(firstErrorReplay, instance, {
        options: 'k=60',
        random: randomOf('repair', seed),
      });
      expect(credit).toEqual({ firstError: step });
    }
  });

  it('finds the bad step of six, and stops there', async () => {
    for (const step of [0, 3, 5]) {
      const { credit, spent } = await answerOf(firstErrorReplay, badAt(step), { options: 'k=60' });
      expect(credit).toEqual({ firstError: step });
      expect(spent.evaluations).toBe(1 + (step + 1) * 2 * 60);
    }
  });

  it('misses an error that the team mostly repairs by itself', async () => {
    const mending = episodeSaying(teamOf(relayWorld([0.1, 0.8])), ['0', '0']);
    expect(mending.truth()['first-error']).toMatchObject({ step: 0 });
    expect((await answerOf(firstErrorReplay, mending, { options: 'k=200' })).credit).toEqual({ firstError: 1 });
  });

  it('does not blame a message that was as good as the one put in its place', async () => {
    const either = parseTeam(
      {
        kind: 'team',
        agents: ['a'],
        range: [0, 1],
        steps: [
          { agent: 'a', messages: ['x', 'y'], policy: [{ choose: [0.5, 0.5] }] },
          { agent: 'a', messages: ['right', 'wrong'], policy: [{ choose: [0.9, 0.1] }] },
        ],
        outcome: [{ when: ['*', 'right'], score: 1 }, { score: 0 }],
        errors: [{ step: 1, messages: ['wrong'] }],
      },
      'test',
    );
    const instance = episodeSaying(teamOf(either), ['x', 'wrong']);
    expect((await answerOf(firstErrorReplay, instance, { options: 'k=40' })).credit).toEqual({ firstError: 1 });
  });

  it('blames nobody for a success or where no other message helps', async () => {
    expect((await answerOf(firstErrorReplay, episodeSaying(relay, ['1', '1', '1']))).credit).toEqual({
      firstError: null,
    });
    const lost = parseTeam(
      {
        kind: 'team',
        agents: ['a'],
        range: [0, 1],
        steps: [{ agent: 'a', messages: ['x', 'y'], policy: [{ choose: [0.5, 0.5] }] }],
        outcome: [{ score: 0 }],
      },
      'test',
    );
    expect((await answerOf(firstErrorReplay, episodeSaying(teamOf(lost), ['x']))).credit).toEqual({ firstError: null });
  });

  it('stays within every budget that it accepts', async () => {
    for (let budget = 13; budget < 60; budget += 7) {
      const { spent } = await answerOf(firstErrorReplay, freshEpisode(relay, randomOf('b', budget)), { budget });
      expect(spent.evaluations).toBeLessThanOrEqual(budget);
    }
    await expect(answerOf(firstErrorReplay, badAt(0), { budget: 24 })).rejects.toThrow(
      'needs at least 25 evaluator calls',
    );
    await expect(answerOf(firstErrorReplay, badAt(0), { options: 'repairs=1,k=2', budget: 24 })).rejects.toThrow(
      'needs at least 25 evaluator calls',
    );
  });
});
