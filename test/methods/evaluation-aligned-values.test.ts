import { describe, expect, it } from 'vitest';
import { randomOf } from '../../harness/random.ts';
import type { FailureRecord } from '../../harness/signals/audit-record.ts';
import { evaluationAligned } from '../../methods/shapley/evaluation-aligned.ts';
import { relayWorld } from '../../tasks/teams/relay.ts';
import { repairableErrorWorld } from '../../tasks/teams/repairable-error.ts';
import { answerOf, episodeSaying, teamOf } from './on.ts';

const relay = teamOf(relayWorld([0.1, 0.2, 0.05]));
const said = episodeSaying(relay, ['1', '0', '0']);
const recordWith = async (options: string, budget = Number.POSITIVE_INFINITY) =>
  (await answerOf(evaluationAligned, said, { options, budget })).credit.record as FailureRecord;

describe('values of a failure', () => {
  it('by replay are the mean of continuations, and end in the outcome', async () => {
    const replays = 4000;
    const { values } = await recordWith(`values=replay,alternatives=0,replays=${replays}`);
    const exact = [179 / 250, 0.77, 0.05];
    for (const [step, value] of exact.entries())
      expect(Math.abs(values![step]! - value)).toBeLessThan(4 * Math.sqrt((value * (1 - value)) / replays));
    expect(values![3]).toBe(0);
  });

  it('by critic are what the critic says', async () => {
    const { values, valuesFrom } = await recordWith('values=critic');
    for (const [step, value] of [179 / 250, 0.77, 0.05, 0].entries()) expect(values![step]).toBeCloseTo(value, 12);
    expect(valuesFrom).toEqual({ id: 'critic' });
  });

  it('are given up with the alternatives, and then without them, where the budget is small', async () => {
    expect(await recordWith('', 64)).toMatchObject({
      valuesFrom: { replays: 4 },
      alternativesFrom: { proposals: 'sample', most: 4, replays: 4 },
      verdictsFrom: { subject: 'step', faulty: 0.5 },
      classifier: 'values',
    });
    const plain = await recordWith('', 8);
    expect(plain).toMatchObject({ valuesFrom: { replays: 2 }, pairs: [], dropped: [], calls: { evaluator: 7 } });
    expect(await recordWith('', 3)).toMatchObject({ values: null, classifier: 'judge', calls: { evaluator: 1 } });
    await expect(recordWith('values=replay', 3)).rejects.toThrow('needs at least 4 evaluator calls; the budget is 3');
    await expect(recordWith('alternatives=1', 6)).rejects.toThrow('needs at least 7 evaluator calls; the budget is 6');
    await expect(recordWith('replays=2,badness=drop', 6)).rejects.toThrow('needs at least 7 evaluator calls');
  });
});

describe('the first error by value', () => {
  it.each([
    ['badness=drop', 1],
    ['badness=drop,epsilon=0.75', null],
    ['badness=no-return,level=0.5', 1],
    ['badness=no-return,level=0.04', 2],
    ['badness=no-return,level=0.04,search=binary', 2],
  ])('[%s] is step %s', async (options, step) => {
    expect((await recordWith(`${options},values=critic`)).firstError.step).toBe(step);
  });

  it('is the first message whose best alternative would have been good enough', async () => {
    // The other message would have made the outcome 1 with probability 0.23, 0.95 and 1.
    const options = 'badness=counterfactual,proposals=policy,replays=600,alternatives=1';
    expect((await recordWith(`${options},theta=0.9`)).firstError).toEqual({ step: 1 });
    expect((await recordWith(`${options},theta=0.98`)).firstError).toEqual({ step: 2 });
    expect((await recordWith(`${options},theta=0.9,search=binary`)).firstError).toEqual({ step: 1 });
  });
});

describe('pairs on a plan that is corrupted, repaired and corrupted again', () => {
  const hands = Array.from({ length: 5 }, () => ({ corrupts: 0.1, repairs: 0.3 }));
  const transcript = ['good', 'corrupt', 'repair', 'good', 'corrupt'];

  it('prefer what keeps or makes the plan right', async () => {
    const options = 'replays=2000,proposals=policy,values=replay,alternatives=4';
    const team = teamOf(repairableErrorWorld(hands));
    const random = randomOf('pairs');
    const { credit } = await answerOf(evaluationAligned, episodeSaying(team, transcript), { options, random });
    const record = credit.record as FailureRecord;
    const [good, corrupt, repair] = [
      'The plan goes on as it is.',
      'I change the plan for the worse.',
      'I put the plan right.',
    ];
    expect(record.classes.map((one) => one.class).filter((_, step) => step !== 3)).toEqual([
      'pre-error',
      'error',
      'repair',
      'failure-aligned',
    ]);
    expect(
      record.pairs.filter(({ step }) => step !== 3).map((one) => [one.kind, one.step, one.chosen, one.rejected]),
    ).toEqual([
      ['error', 1, good, corrupt],
      ['repair', 2, repair, good],
      ['tail', 4, good, corrupt],
    ]);
  });
});
