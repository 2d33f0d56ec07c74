import { beforeAll, describe, expect, it } from 'vitest';
import { recordOf, rewardsOf, type Signal, signalOf } from '../../../reports/signals/signal.ts';
import { failureSignal, plainSignal, successSignal, turns } from './example-signals.ts';

let failure: Signal;
beforeAll(async () => {
  failure = await failureSignal();
});

describe('signalOf', () => {
  it("takes the rewards of the record's branch, not the credit beside it, and names the record", () => {
    for (const { record, ...signal } of [successSignal(), failure]) {
      const messages = new Float64Array(signal.episode.messages.length).fill(9);
      const made = signalOf({ ...signal, instance: 'relay/3' }, { messages, record: record! });
      expect(made.rewards).toEqual(signal.rewards);
      expect(made.record).toEqual({ ...record, instance: 'relay/3' });
    }
  });

  it('takes message credit where there is no record', () => {
    const { episode } = successSignal();
    const messages = Float64Array.of(1, 2, 3);
    const made = signalOf({ source: 'a', instance: 'a/0', method: 'c3', episode }, { messages });
    expect([made.rewards, made.record]).toEqual([messages, undefined]);
  });

  it.each<[string, (signal: Signal) => Signal, string]>([
    [
      'of a shorter episode',
      (signal) => ({ ...signal, episode: turns(['plan'], 1) }),
      'record of "planted/0": 3 rewards and 3 authors for 1 messages',
    ],
    [
      'with the steps out of order',
      // The spread of a union loses which member it was.
      (signal) => ({ ...signal, record: { ...signal.record!, messages: swapped(signal) } as Signal['record'] }),
      'record of "planted/0": reward 0 is of step 1',
    ],
    [
      'of other speakers',
      ({ episode, ...signal }) => ({
        ...signal,
        episode: { ...episode, messages: episode.messages.map((one) => ({ ...one, agent: 1 })) },
      }),
      'record of "planted/0": step 0 is by "agent 0"; the episode has it by "agent 1"',
    ],
  ])('refuses a record %s', (_, change, message) => {
    const { record, ...signal } = change(successSignal());
    expect(() => signalOf(signal, { record: record! })).toThrow(
      expect.objectContaining({ code: 'bad-credit', message }),
    );
  });
});

/** The messages of a success record with the first two changed round. */
function swapped({ record }: Signal) {
  if (record?.branch !== 'success') throw new Error('not a success');
  const [first, second, ...rest] = record.messages;
  return [second, first, ...rest];
}

describe('a signal without what a format needs', () => {
  it('is refused with the name of the method', () => {
    const signal = { ...plainSignal(turns(['a'], 1), []), rewards: undefined, method: 'shapley-exact' };
    expect(() => rewardsOf(signal)).toThrow('shapley-exact gives no credit per message; training signals need one');
    expect(() => recordOf(signal, 'trl-dpo')).toThrow(
      'shapley-exact keeps no audit record, and trl-dpo needs one; use a method that does, such as evaluation-aligned',
    );
  });
});
