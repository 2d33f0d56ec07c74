import { describe, expect, it } from 'vitest';
import { randomOf } from '../../harness/random.ts';
import { prm } from '../../methods/process/prm.ts';
import { prmDifference } from '../../methods/process/prm-difference.ts';
import { evaluationAligned } from '../../methods/shapley/evaluation-aligned.ts';
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
