import { describe, expect, it } from 'vitest';
import { randomOf } from '../../harness/random.ts';
import type { FailureRecord, SuccessRecord } from '../../harness/signals/audit-record.ts';
import { evaluationAligned } from '../../methods/shapley/evaluation-aligned.ts';
import { drawProblem } from '../../tasks/language/problem.ts';
import { wordProblemWorld } from '../../tasks/language/word-problems.ts';
import { relayWorld } from '../../tasks/teams/relay.ts';
import { answerOf, episodeSaying, freshEpisode, gameOf, teamOf } from './on.ts';
import { judgedTranscript, talkingGame } from './talking-game.ts';

const relay = teamOf(relayWorld([0.1, 0.2, 0.05]));
const failed = episodeSaying(relay, ['1', '0', '0']);
const succeeded = episodeSaying(relay, ['0', '1', '1']);

describe('evaluation-aligned', () => {
  it('blames the first message judged wrong where the episode failed, and credits nobody', async () => {
    const { record, ...credit } = (await answerOf(evaluationAligned, failed)).credit;
    expect(credit).toEqual({ firstError: 1 });
    expect(record).toMatchObject({
      branch: 'failure',
      badness: { id: 'judged', faulty: 0.5 },
      firstError: { step: 1 },
    });
  });

  it('blames nobody and splits Shapley credit over the messages where it succeeded', async () => {
    const { credit } = await answerOf(evaluationAligned, succeeded, { budget: 64 });
    expect(credit.firstError).toBe(null);
    expect([...credit.messages!]).toEqual([...credit.agents!]);
    expect(credit.record).toMatchObject({ branch: 'success', estimator: { id: 'shapley-exact', draws: 8 } });
  });

  it('gives every agent with one message what the agent gets', async () => {
    for (let seed = 0; seed < 30; seed++) {
      const random = randomOf('words', seed);
      const instance = freshEpisode(teamOf(wordProblemWorld(drawProblem(random))), random.stream('episode'));
      const { credit } = await answerOf(evaluationAligned, instance, { budget: 200, random });
      if (instance.episode.outcome < 1) expect(Object.keys(credit).toSorted()).toEqual(['firstError', 'record']);
      else
        for (const [step, { agent }] of instance.episode.messages.entries())
          expect(credit.messages![step]).toBeCloseTo(credit.agents![agent]!, 12);
    }
  });

  it('takes the threshold it is given', async () => {
    const { credit } = await answerOf(evaluationAligned, failed, { options: 'theta=0' });
    expect(credit.agents).toHaveLength(3);
    expect(credit.record).toMatchObject({ theta: 0, branch: 'success' });
  });

  it('takes the weights of the scalar twin it is given, and flags a repair that pays', async () => {
    const paid = await answerOf(evaluationAligned, failed, { options: 'kappa=0.5,rho=0.5,kappaTail=0.25' });
    expect(paid.credit.record).toMatchObject({ scale: { kappa: 0.5, rho: 0.5, kappaTail: 0.25 }, repairPays: true });
    const plain = await answerOf(evaluationAligned, failed);
    expect(plain.credit.record).toMatchObject({ scale: { kappa: 1, rho: 0.5, kappaTail: 0.5 }, repairPays: false });
  });

  it('makes classes by judge and no pairs where only a judge is offered', async () => {
    const only = { ...judgedTranscript([0.9, 0.2, 0.8, 0.1]), open: () => ({ judge: judgeOf([0.9, 0.2, 0.8, 0.1]) }) };
    const { credit } = await answerOf(evaluationAligned, only);
    const record = credit.record as FailureRecord;
    expect(record).toMatchObject({ values: null, classifier: 'judge', pairs: [], dropped: [], null: 'none' });
    expect(record.classes.map((one) => one.class)).toEqual(['pre-error', 'error', 'neutral', 'failure-aligned']);
    expect(record.scalar.map(({ reward }) => reward)).toEqual([0, -1, 0, -0.5]);
  });

  it('sees a repair by judge only where the judge speaks of prefixes', async () => {
    const { credit } = await answerOf(evaluationAligned, judgedTranscript([0.9, 0.2, 0.8, 0.1]), {
      options: 'verdicts=prefix,values=none',
    });
    const record = credit.record as FailureRecord;
    expect(record.classes.map((one) => one.class)).toEqual(['pre-error', 'error', 'repair', 'failure-aligned']);
    expect(record.scalar.map(({ reward }) => reward)).toEqual([0, -1, 0.5, -0.5]);
  });

  it('splits the outcome equally only where it is asked to and no worth is offered', async () => {
    const mute = { ...talkingGame({ values: [0, 0, 0, 1], rights: [1, 1] }), open: () => ({ judge: judgeOf([1, 0]) }) };
    await expect(answerOf(evaluationAligned, mute)).rejects.toThrow(
      'skipped: needs worth for estimator=auto on success; the task offers judge',
    );
    const { credit } = await answerOf(evaluationAligned, mute, { options: 'estimator=equal' });
    expect([...credit.agents!]).toEqual([0.5, 0.5]);
    expect(credit.record).toMatchObject({ estimator: { id: 'equal-split' }, worth: null, luck: null });
    await expect(
      answerOf(evaluationAligned, talkingGame({ values: [0, 0, 0, 1], rights: [1, 1] }), {
        options: 'estimator=equal',
      }),
    ).rejects.toThrow('skipped: estimator=equal is for inputs without worth, and this one offers it');
  });

  it('takes verdicts for labels, makes labels worse on request, and says what they were', async () => {
    const game = talkingGame({ values: [0, 1], authors: [0, 0, 0], rights: [0.9, 0.5, 0.4] });
    const recordWith = async (options: string) =>
      (await answerOf(evaluationAligned, game, { options })).credit.record as SuccessRecord;
    const valuesOf = ({ labels }: SuccessRecord) => labels.map(({ value }) => value);
    expect(valuesOf(await recordWith('labels=prm')).map((label) => Number(label.toFixed(12)))).toEqual([0.8, 0, -0.2]);
    expect(valuesOf(await recordWith('labels=judge'))).toEqual([1, 1, -1]);
    const flipped = await recordWith('labels=judge,flip=1');
    expect(valuesOf(flipped)).toEqual([-1, -1, 1]);
    expect(flipped).toMatchObject({
      labelNoise: { of: 'judge', sigma: 0, flip: 1 },
      labels: [{ source: 'noisy' }, {}, {}],
    });
    expect(valuesOf(await recordWith('labels=judge,sigma=0.5'))).not.toEqual([1, 1, -1]);
  });

  it.each([
    ['', gameOf({ agents: ['a'], form: 'table', values: [0, 1] }), 'an episode without messages has none to reward'],
    ['theta=2', failed, 'theta is 2; no outcome is above 1'],
    [
      'alternatives=0,badness=counterfactual',
      failed,
      'badness=counterfactual needs alternatives; the option alternatives is 0',
    ],
    [
      'values=critic,alternatives=2',
      failed,
      'alternatives are compared with values by replay; the option values is critic',
    ],
    [
      'labels=potential-difference,values=none',
      succeeded,
      'labels=potential-difference needs values; the option values is none',
    ],
    ['values=none,classifier=values', failed, 'classifier=values needs values, and this input or budget gives none'],
    ['verdicts=none,values=none', failed, 'needs judge for the classes of messages on failure'],
    [
      'values=replay',
      judgedTranscript([1, 0]),
      'needs replay for values=replay on failure; the task offers judge, critic',
    ],
    ['badness=counterfactual', judgedTranscript([1, 0]), 'needs replay, policy for alternatives on failure'],
  ])('refuses [%s] with a reason', async (options, instance, reason) => {
    await expect(answerOf(evaluationAligned, instance, { options })).rejects.toThrow(`skipped: ${reason}`);
  });

  it.each([
    ['sigma=1,flip=0.5', 'goes without sigma'],
    ['split=proportional,eta=1', 'goes with split=centred'],
    ['beta=1', 'goes with split=proportional'],
    ['badness=drop,values=none', 'is replay or critic where badness is drop or no-return'],
    ['badness=counterfactual,values=critic', 'is replay or none where badness=counterfactual'],
  ])('takes no options that contradict each other: %s', async (options, reason) => {
    await expect(answerOf(evaluationAligned, failed, { options })).rejects.toThrow(reason);
  });

  it('says it is our interpretation where it is printed', () => {
    expect(evaluationAligned.title).toContain('our interpretation');
    expect(evaluationAligned.source).toContain('interpretation');
  });
});

function judgeOf(rights: readonly number[]) {
  return async (steps: readonly number[]) => Float64Array.from(steps, (step) => rights[step]!);
}
