import { describe, expect, it } from 'vitest';
import { prm } from '../../methods/process/prm.ts';
import { prmDifference } from '../../methods/process/prm-difference.ts';
import { relayWorld } from '../../tasks/teams/relay.ts';
import { answerOf, episodeSaying, teamOf } from './on.ts';

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
