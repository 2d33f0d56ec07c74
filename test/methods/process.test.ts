import { describe, expect, it } from 'vitest';
import { randomOf } from '../../harness/random.ts';
import { prm } from '../../methods/process/prm.ts';
import { prmDifference } from '../../methods/process/prm-difference.ts';
import { evaluationAligned } from '../../methods/shapley/evaluation-aligned.ts';
import { largestEta, splitCentred } from '../../methods/shapley/message-split.ts';
import { drawProblem } from '../../tasks/language/problem.ts';
import { wordProblemWorld } from '../../tasks/language/word-problems.ts';
import { relayWorld } from '../../tasks/teams/relay.ts';
import { answerOf, episodeSaying, freshEpisode, teamOf } from './on.ts';

const relay = teamOf(relayWorld([0.1, 0.2, 0.05]));

describe('prm', () => {
  it('is what the judge says, for one judgement per step and no evaluator call', async () => {
    const { credit, spent } = await answerOf(prm, episodeSaying(relay, ['1', '0', '0']));
    expect([...credit.messages!]).toEqual([1, 0, 1]);
    expect(spent).toMatchObject({ evaluations: 1, judgements: 3 });
  });
});

describe('prm-difference', () => {
  it('is the first difference of the judge, and sums to the last reward less the base', async () => {
    const instance = episodeSaying(relay, ['1', '0', '0']);
    expect([...(await answerOf(prmDifference, instance)).credit.messages!]).toEqual([0.5, -1, 1]);
    const { credit } = await answerOf(prmDifference, instance, { options: 'base=0.25' });
    expect([...credit.messages!]).toEqual([0.75, -1, 1]);
  });
});

describe('evaluation-aligned', () => {
  it('blames the first message judged wrong where the episode failed, and credits nobody', async () => {
    const { credit } = await answerOf(evaluationAligned, episodeSaying(relay, ['1', '0', '0']));
    expect(credit).toEqual({ firstError: 1 });
  });

  it('blames nobody and splits Shapley credit over the messages where it succeeded', async () => {
    const { credit } = await answerOf(evaluationAligned, episodeSaying(relay, ['0', '1', '1']), { budget: 64 });
    expect(credit.firstError).toBe(null);
    expect([...credit.messages!]).toEqual([...credit.agents!]);
  });

  it('gives the agents what shapley-exact would, and conserves it message by message', async () => {
    for (let seed = 0; seed < 30; seed++) {
      const random = randomOf('words', seed);
      const instance = freshEpisode(teamOf(wordProblemWorld(drawProblem(random))), random.stream('episode'));
      const { credit } = await answerOf(evaluationAligned, instance, { budget: 200, random });
      if (instance.episode.outcome < 1) expect(Object.keys(credit)).toEqual(['firstError']);
      else
        for (const [step, { agent }] of instance.episode.messages.entries())
          expect(credit.messages![step]).toBeCloseTo(credit.agents![agent]!, 12);
    }
  });

  it('takes the threshold it is given', async () => {
    const { credit } = await answerOf(evaluationAligned, episodeSaying(relay, ['1', '0', '0']), { options: 'theta=0' });
    expect(credit.agents).toHaveLength(3);
  });
});

describe('splitCentred', () => {
  const credit = Float64Array.of(0.6, -0.1);
  const authors = [0, 0, 1, 0];
  const labels = Float64Array.of(1, -1, 0.5, 0);

  it('conserves every agent at any weight of the labels', () => {
    for (const eta of [0, 0.2, 3]) {
      const rewards = splitCentred(credit, authors, labels, eta);
      expect(rewards[0]! + rewards[1]! + rewards[3]!).toBeCloseTo(0.6, 12);
      expect(rewards[2]).toBeCloseTo(-0.1, 12);
    }
  });

  it('moves reward from harmful to helpful messages of one agent', () => {
    const rewards = splitCentred(credit, authors, labels, 0.2);
    for (const [step, reward] of [0.4, 0, -0.1, 0.2].entries()) expect(rewards[step]).toBeCloseTo(reward, 12);
  });

  it('stays within the width of the outcomes at the largest default weight', () => {
    const eta = largestEta(credit, authors, 1);
    expect(eta).toBeCloseTo((1 - 0.2) / 2, 12);
    for (const extreme of [Float64Array.of(1, -1, 1, -1), Float64Array.of(-1, 1, 1, 1)])
      for (const reward of splitCentred(credit, authors, extreme, eta)) expect(Math.abs(reward)).toBeLessThanOrEqual(1);
  });
});
