import { describe, expect, it } from 'vitest';
import type { FailureRecord, SuccessRecord } from '../../../harness/signals/audit-record.ts';
import { verifyRecord } from '../../../harness/signals/verify-record.ts';
import { evaluationAligned } from '../../../methods/shapley/evaluation-aligned.ts';
import { relayWorld } from '../../../tasks/teams/relay.ts';
import { answerOf, episodeSaying, teamOf } from '../../methods/on.ts';
import { tampered } from './tampered.ts';

const relay = teamOf(relayWorld([0.1, 0.2, 0.05]));
const recordOf = async (said: readonly string[], options: string) =>
  (await answerOf(evaluationAligned, episodeSaying(relay, said), { options, budget: 40 })).credit.record!;

describe('verifyRecord', () => {
  it('recomputes a judged check from what the judge said', async () => {
    const record = (await recordOf(['1', '0', '0'], 'values=none')) as FailureRecord;
    expect(record.checks).toEqual([
      { prefix: 1, bad: false, right: 1 },
      { prefix: 2, bad: true, right: 0 },
    ]);
    expect(verifyRecord(record)).toEqual([]);
    expect(verifyRecord(tampered(record, 'checks.0.right', 0.25))).toEqual(['checks[0].bad is false; recomputed true']);
    expect(verifyRecord(tampered(record, 'badness.faulty', 0))).toEqual(['checks[1].bad is true; recomputed false']);
  });

  it('recomputes a counterfactual check from the alternatives', async () => {
    const options = 'badness=counterfactual,proposals=policy,alternatives=1,replays=4,theta=0.75,values=none';
    const record = (await recordOf(['1', '0', '0'], options)) as FailureRecord;
    const last = record.checks.at(-1)!;
    expect(record.badness).toMatchObject({
      id: 'counterfactual',
      protocol: expect.stringContaining('fresh randomness'),
    });
    expect(verifyRecord(record)).toEqual([]);
    const place = `steps.${last.prefix - 1}.alternatives.0.value`;
    expect(verifyRecord(tampered(record, place, last.bad ? 0 : 1)).join()).toContain(
      `checks[${last.prefix - 1}].bad is ${last.bad}; recomputed ${!last.bad}`,
    );
  });

  it('knows what each estimator may cost', async () => {
    const exact = (await recordOf(['1', '1', '1'], '')) as SuccessRecord;
    expect(exact).toMatchObject({ estimator: { id: 'shapley-exact', draws: 5 }, calls: { evaluator: 40 } });
    expect(verifyRecord(tampered(exact, 'calls.evaluator', 42))).toEqual([
      'calls.evaluator is 42; shapley-exact of 3 agents asks at most 41',
    ]);
    const valued = (await recordOf(
      ['1', '1', '1'],
      'labels=potential-difference,estimator=permutation',
    )) as SuccessRecord;
    // Six continuations of three contexts, and five orders of four coalitions.
    expect(valued).toMatchObject({ estimator: { orders: 5 }, valuesFrom: { id: 'replay', replays: 6 } });
    expect(valued.calls.evaluator).toBe(18 + 20);
    expect(verifyRecord(tampered(valued, 'calls.evaluator', 40))).toEqual([
      'calls.evaluator is 40; shapley-permutation of 3 agents asks at most 39',
    ]);
  });

  it('wants noisy labels to say what they were', async () => {
    const record = (await recordOf(['1', '1', '1'], 'flip=0.5')) as SuccessRecord;
    expect(verifyRecord(record)).toEqual([]);
    const { labelNoise: _, ...silent } = record;
    expect(verifyRecord(silent)[0]).toBe('the label of step 0 is of source "noisy"; labelNoise says otherwise');
  });
});
