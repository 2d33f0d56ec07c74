import { describe, expect, it } from 'vitest';
import type { Episode } from '../../harness/contract.ts';
import { score } from '../../harness/score.ts';
import { firstSpeaker } from '../../methods/baseline/first-speaker.ts';
import { length } from '../../methods/baseline/length.ts';
import { mostFrequentSpeaker } from '../../methods/baseline/most-frequent-speaker.ts';
import { negatedTruth } from '../../methods/baseline/negated-truth.ts';
import { turns } from '../../methods/baseline/turns.ts';
import { zero } from '../../methods/baseline/zero.ts';
import { relayWorld } from '../../tasks/teams/relay.ts';
import { answerOf, episodeSaying, gameOf, teamOf } from './on.ts';
import { talkingGame } from './talking-game.ts';

const game = gameOf({ agents: ['a', 'b', 'c'], form: 'table', values: [1, 2, 2, 3, 3, 4, 4, 7] });
/** Agents 1, 2, 2, 1 and 0 speak in this order; v(∅) = 1 and the outcome is 7. */
const talk = talkingGame({ values: [1, 2, 2, 3, 3, 4, 4, 7], authors: [1, 2, 2, 1, 0], range: [0, 7] });
const said = (texts: readonly string[]) => {
  const messages: Episode['messages'] = talk.episode.messages.map(({ agent }, step) => ({ agent, text: texts[step]! }));
  return { ...talk, episode: { ...talk.episode, messages } };
};
const relay = teamOf(relayWorld([0.1, 0.2, 0.05]));

describe('first-speaker', () => {
  it('gives everything to the first speaker and blames the first step', async () => {
    const { credit, spent } = await answerOf(firstSpeaker, talk);
    expect(credit).toEqual({
      agents: Float64Array.of(0, 6, 0),
      messages: Float64Array.of(7, 0, 0, 0, 0),
      firstError: 0,
    });
    expect(spent.evaluations).toBe(2);
  });
});

describe('most-frequent-speaker', () => {
  it('gives everything to who spoke most often, of equals to who spoke first, and blames where it first spoke', async () => {
    expect((await answerOf(mostFrequentSpeaker, talk)).credit).toEqual({
      agents: Float64Array.of(0, 6, 0),
      messages: Float64Array.of(7, 0, 0, 0, 0),
      firstError: 0,
    });
    const other = talkingGame({ values: [0, 0, 0, 1], authors: [0, 1, 1], range: [0, 1] });
    const { credit } = await answerOf(mostFrequentSpeaker, other);
    expect(credit).toEqual({ agents: Float64Array.of(0, 1), messages: Float64Array.of(0, 1, 0), firstError: 1 });
  });
});

describe('turns', () => {
  it('shares in proportion to the number of messages', async () => {
    const { credit } = await answerOf(turns, talk);
    for (const [agent, share] of [6 / 5, 12 / 5, 12 / 5].entries())
      expect(credit.agents![agent]).toBeCloseTo(share, 12);
    expect([...credit.messages!]).toEqual([7 / 5, 7 / 5, 7 / 5, 7 / 5, 7 / 5]);
    expect(credit.firstError).toBeUndefined();
  });
});

describe('length', () => {
  it('shares in proportion to the length of the text and blames the longest message, the first of equals', async () => {
    const { credit } = await answerOf(length, said(['ab', '', 'four', 'four', '']));
    for (const [agent, share] of [0, 3.6, 2.4].entries()) expect(credit.agents![agent]).toBeCloseTo(share, 12);
    for (const [step, share] of [1.4, 0, 2.8, 2.8, 0].entries()) expect(credit.messages![step]).toBeCloseTo(share, 12);
    expect(credit.firstError).toBe(2);
  });

  it('has no shares where nobody says anything', async () => {
    await expect(answerOf(length, said(['', '', '', '', '']))).rejects.toThrow('messages without text have no shares');
  });
});

describe('controls by speaker', () => {
  it('need messages, and two evaluator calls', async () => {
    for (const method of [firstSpeaker, mostFrequentSpeaker, turns, length]) {
      await expect(answerOf(method, game)).rejects.toThrow('an episode without messages has no speakers');
      await expect(answerOf(method, talk, { budget: 1 })).rejects.toThrow('needs at least 2 evaluator calls');
      const { credit } = await answerOf(method, { ...talk, open: () => ({}) });
      expect(credit.agents!.reduce((sum, share) => sum + share, 0)).toBeCloseTo(7, 12);
    }
  });
});

describe('zero', () => {
  it('gives nothing to anybody, for nothing', async () => {
    expect((await answerOf(zero, game, { budget: 1 })).credit).toEqual({ agents: new Float64Array(3) });
    expect((await answerOf(zero, talk, { budget: 1 })).credit).toEqual({
      agents: new Float64Array(3),
      messages: new Float64Array(5),
    });
  });
});

describe('negated-truth', () => {
  it('has every sign and every rank the wrong way round, and never the true step', async () => {
    for (const [ids, wrong] of [
      [['1', '0', '0'], 2],
      [['0', '0', '0'], 1],
      [['1', '1', '0'], 0],
      [['1', '1', '1'], 0],
    ] as const) {
      const instance = episodeSaying(relay, ids);
      const { credit } = await answerOf(negatedTruth, instance);
      const scores = score(credit, instance.truth(), instance.episode);
      expect(scores.advantage).toMatchObject({ 'sign-accuracy': 0, spearman: -1 });
      expect(scores.shapley!['relative-error']).toBeCloseTo(2, 12);
      expect(credit.firstError).toBe(wrong);
      expect(scores['first-error']!['step-accuracy'] ?? scores['first-error']!['correct-accuracy']).toBe(0);
    }
  });

  it('blames nobody where there is only one step', async () => {
    const alone = episodeSaying(teamOf(relayWorld([0.3])), ['0']);
    expect((await answerOf(negatedTruth, alone)).credit.firstError).toBeNull();
  });
});
