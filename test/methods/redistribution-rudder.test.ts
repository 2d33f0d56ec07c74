import { describe, expect, it } from 'vitest';
import { randomOf } from '../../harness/random.ts';
import { gae } from '../../methods/critic/gae.ts';
import { rudder } from '../../methods/redistribution/rudder.ts';
import { rudderOptimal } from '../../methods/redistribution/rudder-optimal.ts';
import { relayWorld } from '../../tasks/teams/relay.ts';
import { dyad } from './dyad.ts';
import { copies, withRollouts } from './known-rollouts.ts';
import { answerOf, episodeSaying, freshEpisode, teamOf } from './on.ts';

const relay = teamOf(relayWorld([0.1, 0.2, 0.05]));
const sumOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);

describe('rudder', () => {
  it('sums to the outcome whatever it learned, or to the outcome less the mean of what it learned from', async () => {
    const noisy = teamOf({ ...relayWorld([0.3, 0.2, 0.4]), noise: 'bernoulli' });
    for (let episode = 0; episode < 50; episode++) {
      const random = randomOf('rudder', episode);
      const instance = freshEpisode(noisy, random.stream('episode'));
      const { outcome } = instance.episode;
      const training = 1 + (episode % 7);
      const kept = await answerOf(rudder, instance, { options: `training=${training}`, random });
      expect(sumOf(kept.credit.messages!)).toBeCloseTo(outcome, 12);
      const { credit } = await answerOf(rudder, instance, { options: `training=${training},start=subtract`, random });
      const fresh = await instance.open({ random: random.stream('task'), generated: () => {} }).rollout!(training);
      const start = fresh.reduce((sum, one) => sum + one.outcome, 0) / training;
      expect(sumOf(credit.messages!)).toBeCloseTo(outcome - start, 12);
    }
  });

  it('gives differences of exact values where it learned them, and what no value explains to all alike', async () => {
    const said = episodeSaying(dyad, ['first', 'right']);
    const fifty = [
      ...copies(said, ['first', 'right'], 1, 16),
      ...copies(said, ['first', 'wrong'], 0, 4),
      ...copies(said, ['second', 'right'], 1, 10),
      ...copies(said, ['second', 'wrong'], 0, 10),
      ...copies(said, ['third', 'right'], 1, 2),
      ...copies(said, ['third', 'wrong'], 0, 8),
    ];
    const options = 'training=50,prior=0.000000000001';
    const on = async (instance: typeof said, more = '') =>
      (await answerOf(rudder, withRollouts(instance, fifty), { options: options + more })).credit.messages!;
    const expectClose = (found: Float64Array, expected: readonly number[]) => {
      expect(found).toHaveLength(expected.length);
      for (const [step, value] of expected.entries()) expect(found[step]).toBeCloseTo(value, 9);
    };
    expectClose(await on(said), [4 / 5, 1 / 5]);
    expectClose(await on(said, ',start=subtract'), [6 / 25, 1 / 5]);
    const unlucky = { ...said, episode: { ...said.episode, outcome: 0.5 } };
    expectClose(await on(unlucky), [4 / 5 - 1 / 4, 1 / 5 - 1 / 4]);
  });

  it('draws a prefix seen n times to the one before as its prior says', async () => {
    const said = episodeSaying(relay, ['1', '1', '1']);
    const two = [
      ...copies(
        said,
        said.episode.messages.map(({ text }) => text),
        1,
        1,
      ),
      ...copies(said, ['x', 'x', 'x'], 0, 1),
    ];
    const { credit } = await answerOf(rudder, withRollouts(said, two), { options: 'training=2,prior=1' });
    // V̂ = 1/2, then (1 + 1/2)/2, (1 + 3/4)/2 and (1 + 7/8)/2.
    const left = (1 - 15 / 16) / 3;
    for (const [step, value] of [3 / 4, 1 / 8, 1 / 16].entries())
      expect(credit.messages![step]).toBeCloseTo(value + left, 12);
  });

  it('pays for its training, fills its budget and refuses one that leaves nothing', async () => {
    const instance = episodeSaying(relay, ['1', '1', '1']);
    expect((await answerOf(rudder, instance, { options: 'training=5' })).spent.evaluations).toBe(6);
    expect((await answerOf(rudder, instance, { budget: 30 })).spent.evaluations).toBe(30);
    await expect(answerOf(rudder, instance, { options: 'training=5', budget: 5 })).rejects.toThrow(
      'needs at least 6 evaluator calls; the budget is 5',
    );
  });
});

describe('rudder-optimal', () => {
  it('is Q_t − Q_{t−1} with an exact critic: 77/100, 9/50 and 1/20 on the relay without flips', async () => {
    const { credit, spent } = await answerOf(rudderOptimal, episodeSaying(relay, ['1', '1', '1']));
    for (const [step, value] of [77 / 100, 9 / 50, 1 / 20].entries())
      expect(credit.messages![step]).toBeCloseTo(value, 12);
    expect(spent.evaluations).toBe(1);
  });

  it('is gae with λ = 0 and V(h_1) on the first message, however wrong the critic is', async () => {
    const wrong = teamOf({ ...relayWorld([0.1, 0.2, 0.05]), critic: { noise: 0.3 } });
    const said = episodeSaying(wrong, ['1', '0', '0']);
    const random = randomOf('optimal');
    const [optimal, advantage] = await Promise.all([
      answerOf(rudderOptimal, said, { random }),
      answerOf(gae, said, { random, options: 'lambda=0' }),
    ]);
    const [start] = await said.open({ random: random.stream('task'), generated: () => {} }).critic!([0]);
    const offsets = optimal.credit.messages!.map((value, step) => value - advantage.credit.messages![step]!);
    for (const [step, offset] of [start!, 0, 0].entries()) expect(offsets[step]).toBeCloseTo(offset, 12);
    expect(sumOf(optimal.credit.messages!)).toBeCloseTo(said.episode.outcome, 12);
  });

  it('gives a single message the outcome', async () => {
    const { credit } = await answerOf(rudderOptimal, episodeSaying(teamOf(relayWorld([0.3])), ['1']));
    expect([...credit.messages!]).toEqual([1]);
  });
});
