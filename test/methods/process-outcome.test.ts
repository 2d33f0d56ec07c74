import { describe, expect, it } from 'vitest';
import { orm } from '../../methods/process/orm.ts';
import { prmFirstBelow } from '../../methods/process/prm-first-below.ts';
import { relayWorld } from '../../tasks/teams/relay.ts';
import { answerOf, episodeSaying, gameOf, teamOf } from './on.ts';
import { judgedTranscript } from './talking-game.ts';

const relay = teamOf(relayWorld([0.1, 0.2, 0.05]));

describe('orm', () => {
  it('is the outcome on every message, or on the last', async () => {
    const instance = episodeSaying(relay, ['0', '0', '1']);
    const { credit, spent } = await answerOf(orm, instance, { budget: 1 });
    expect([...credit.messages!]).toEqual([1, 1, 1]);
    expect(spent.evaluations).toBe(1);
    expect([...(await answerOf(orm, instance, { options: 'on=last' })).credit.messages!]).toEqual([0, 0, 1]);
  });

  it('needs messages', async () => {
    const game = gameOf({ agents: ['a', 'b'], form: 'table', values: [0, 0, 0, 1] });
    await expect(answerOf(orm, game)).rejects.toThrow('an episode without messages has nothing to credit');
  });
});

describe('prm-first-below', () => {
  const firstOf = async (rights: readonly number[], options = '') =>
    (await answerOf(prmFirstBelow, judgedTranscript(rights), { options })).credit.firstError;

  it('is the first step below the threshold, and none where all reach it', async () => {
    expect(await firstOf([0.9, 0.4, 0.1])).toBe(1);
    expect(await firstOf([0.9, 0.4, 0.1], 'threshold=0.4')).toBe(2);
    expect(await firstOf([0.5, 0.7, 0.9])).toBeNull();
    expect(await firstOf([0.5, 0.7, 0.9], 'threshold=1')).toBe(0);
  });

  it('does not ask for the outcome, and pays for every step', async () => {
    const repaired = await answerOf(prmFirstBelow, episodeSaying(relay, ['0', '1', '1']));
    expect(repaired.credit).toEqual({ firstError: 0 });
    expect(repaired.spent).toMatchObject({ evaluations: 1, judgements: 3 });
  });
});
