import { describe, expect, it } from 'vitest';
import { randomOf } from '../../harness/random.ts';
import { ippo } from '../../methods/critic/ippo.ts';
import { relayWorld } from '../../tasks/teams/relay.ts';
import { copies, withRollouts } from './known-rollouts.ts';
import { answerOf, episodeSaying, freshEpisode, teamOf } from './on.ts';

describe('ippo', () => {
  const world = relayWorld([0.1, 0.2, 0.05]);
  /** Agent 0 speaks first, agent 1 then twice. */
  const team = teamOf({ ...world, agents: world.agents.slice(0, 2), authors: [0, 1, 1] });

  it('is the outcome less the mean outcome of the episodes in which the agent had said the same', async () => {
    const said = episodeSaying(team, ['1', '0', '0']);
    const [first, second] = said.episode.messages.map(({ text }) => text);
    const fresh = [
      ...copies(said, [first!, second!, first!], 1, 3),
      ...copies(said, [second!, second!, second!], 0, 1),
      ...copies(said, [first!, first!, first!], 0, 4),
    ];
    const { credit } = await answerOf(ippo, withRollouts(said, fresh), {
      options: 'training=8,prior=0.000000000001',
    });
    // Of all episodes 3/8 succeed, of those in which agent 1 began as here 3/4; what agent 0 said is not asked.
    for (const [step, value] of [3 / 8, 3 / 8, 3 / 4].entries())
      expect(credit.messages![step]).toBeCloseTo(0 - value, 9);
  });

  it('is the outcome less the mean of its training for agents that speak once', async () => {
    const chain = teamOf(world);
    for (let seed = 0; seed < 20; seed++) {
      const random = randomOf('ippo', seed);
      const instance = freshEpisode(chain, random.stream('episode'));
      const { credit, spent } = await answerOf(ippo, instance, { options: 'training=7', random });
      const fresh = await instance.open({ random: random.stream('task'), generated: () => {} }).rollout!(7);
      const value = fresh.reduce((sum, { outcome }) => sum + outcome, 0) / 7;
      for (const one of credit.messages!) expect(one).toBeCloseTo(instance.episode.outcome - value, 12);
      expect(spent.evaluations).toBe(8);
    }
    await expect(answerOf(ippo, episodeSaying(chain, ['1', '1', '1']), { budget: 1 })).rejects.toThrow(
      'needs at least 2',
    );
  });
});
