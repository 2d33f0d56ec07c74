import { describe, expect, it } from 'vitest';
import type { Episode, Instance } from '../../harness/contract.ts';
import { randomOf } from '../../harness/random.ts';
import { mean } from '../../harness/statistics/mean.ts';
import { sampleVariance } from '../../harness/statistics/sample-variance.ts';
import { atGrpo } from '../../methods/group/at-grpo.ts';
import { drMas } from '../../methods/group/dr-mas.ts';
import { grpo } from '../../methods/group/grpo.ts';
import { magrpoCross } from '../../methods/group/magrpo-cross.ts';
import { rloo } from '../../methods/group/rloo.ts';
import { climbing } from '../../tasks/teams/matrix-game.ts';
import { reasonerActorWorld } from '../../tasks/teams/reasoner-actor.ts';
import { relayWorld } from '../../tasks/teams/relay.ts';
import { answerOf, episodeSaying, freshEpisode, teamOf } from './on.ts';

const team = teamOf(reasonerActorWorld(randomOf('group'), { reasoner: 0.2, actor: 0.2 }));
const episodes = Array.from({ length: 20 }, (_, k) => freshEpisode(team, randomOf('episode', k)));

/** Episodes in which agents 0 and 1 speak in the order given. */
const said = (outcome: number, authors: readonly number[]): Episode => ({
  agents: [
    { id: 'a', role: 'a' },
    { id: 'b', role: 'b' },
  ],
  problem: '',
  messages: authors.map((agent) => ({ agent, text: '' })),
  outcome,
  range: [0, 1],
});
const uneven: Instance = {
  id: 'uneven',
  episode: said(1, [0, 1, 0]),
  noise: 'sampled',
  truth: () => ({}),
  open: () => ({ rollout: async () => [said(0, [0, 1]), said(0, [0, 1, 0]), said(1, [0])] }),
};
/** The z-score of a success among `group`, ddof 1 and + 1e-4 as in trl. */
const z = (group: readonly number[]) => (1 - mean(group)) / (Math.sqrt(sampleVariance(group)) + 1e-4);

describe('at-grpo', () => {
  it('is GRPO on the same draws where everybody speaks as often in every episode', async () => {
    for (const std of ['trl', 'verl', 'c3-magrpo'])
      for (const episode of episodes)
        expect(await answerOf(atGrpo, episode, { options: `k=8,std=${std}` })).toEqual(
          await answerOf(grpo, episode, { options: `k=8,std=${std}` }),
        );
  });

  it('compares an agent’s second message with the episodes that had one', async () => {
    const { credit } = await answerOf(atGrpo, uneven, { options: 'k=4' });
    for (const [step, expected] of [z([1, 0, 0, 1]), z([1, 0, 0]), z([1, 0])].entries())
      expect(credit.messages![step]).toBeCloseTo(expected, 12);
  });

  it('under verl gives a message that no other episode has the raw reward', async () => {
    const alone = { ...uneven, open: () => ({ rollout: async () => [said(0, [0]), said(1, [0])] }) };
    const { credit } = await answerOf(atGrpo, alone, { options: 'k=3,std=verl' });
    expect(credit.messages![1]).toBeCloseTo(1, 5);
    expect((await answerOf(atGrpo, alone, { options: 'k=3' })).credit.messages![1]).toBe(0);
  });
});

describe('dr-mas', () => {
  it('is GRPO, and RLOO without a deviation, where every agent speaks exactly once', async () => {
    for (const episode of episodes) {
      const z8 = await answerOf(drMas, episode, { options: 'k=8,std=verl' });
      expect(z8).toEqual(await answerOf(grpo, episode, { options: 'k=8,std=verl' }));
      const loo = await answerOf(drMas, episode, { options: 'k=8,std=none' });
      expect(loo).toEqual(await answerOf(rloo, episode, { options: 'k=8' }));
    }
  });

  it('weighs an episode by how often it called the agent (by hand)', async () => {
    const { credit } = await answerOf(drMas, uneven, { options: 'k=4,std=none' });
    for (const [step, expected] of [1 - 2 / 5, 1, 1 - 2 / 5].entries())
      expect(credit.messages![step]).toBeCloseTo(expected, 12);
    const scored = (await answerOf(drMas, uneven, { options: 'k=4' })).credit;
    for (const [step, group] of [
      [1, 1, 0, 0, 0, 1],
      [1, 0, 0],
      [1, 1, 0, 0, 0, 1],
    ].entries())
      expect(scored.messages![step]).toBeCloseTo(z(group), 12);
  });

  it('refuses a budget smaller than its group', async () => {
    for (const method of [drMas, atGrpo])
      await expect(answerOf(method, episodes[0]!, { options: 'k=8', budget: 7 })).rejects.toThrow('needs at least 8');
  });
});

describe('magrpo-cross', () => {
  const [instance] = climbing.instances(randomOf('climb'));

  it('is the mean over the combinations a message is in, less that of its step (by hand)', async () => {
    const relay = episodeSaying(teamOf(relayWorld([0.1, 0.2])), ['1', '1']);
    const flipped = {
      ...relay,
      open: (opening: Parameters<typeof relay.open>[0]) => ({
        ...relay.open(opening),
        sample: async () => ['The bit is 0.'],
      }),
    };
    const { credit, spent } = await answerOf(magrpoCross, flipped, { options: 'k=2' });
    expect([...credit.messages!]).toEqual([0, 0.5]);
    expect(spent.evaluations).toBe(4);
    const sum = await answerOf(magrpoCross, flipped, { options: 'k=2,pool=sum' });
    expect([...sum.credit.messages!]).toEqual([0, 1]);
  });

  it('has (k − 1)/k of the advantage of the first message as its mean where nobody hears the others', async () => {
    const excess = new Map<string, number[]>();
    for (let k = 0; k < 1500; k++) {
      const [fresh] = climbing.instances(randomOf('climb', k));
      const { credit } = await answerOf(magrpoCross, fresh!, { options: 'k=3', random: randomOf('cross', k) });
      const { text } = fresh!.episode.messages[0]!;
      const own = excess.get(text) ?? [];
      own.push(credit.messages![0]! - (2 / 3) * fresh!.truth().advantage![0]!);
      excess.set(text, own);
    }
    expect(excess.size).toBe(3);
    for (const own of excess.values())
      expect(Math.abs(mean(own))).toBeLessThan(4 * Math.sqrt(sampleVariance(own) / own.length));
  });

  it('spends k^T evaluator calls and T·k messages, and fills the budget with the widest cross', async () => {
    expect((await answerOf(magrpoCross, instance!, { options: 'k=3' })).spent).toMatchObject({
      evaluations: 9,
      messages: 6,
    });
    expect((await answerOf(magrpoCross, instance!, { budget: 17 })).spent.evaluations).toBe(16);
    await expect(answerOf(magrpoCross, instance!, { budget: 3 })).rejects.toThrow('needs at least 4 evaluator calls');
  });
});
