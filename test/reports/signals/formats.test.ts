import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { signalFormats } from '../../../reports/signals/formats.ts';
import type { Signal } from '../../../reports/signals/signal.ts';
import type { FormatOptions } from '../../../reports/signals/signal-format.ts';
import { anyText } from './any-text.ts';
import { failureSignal, plainSignal, successSignal, turns } from './example-signals.ts';

const options: FormatOptions = { conversational: false, placeholder: 'ки', first: 0 };

/** What a format makes of a signal, read back from the lines of a file, each checked against the schema. */
function madeBy(id: string, signal: Signal, given: Partial<FormatOptions> = {}) {
  const { rows, dropped, schema } = { ...format(id), ...format(id).rows(signal, { ...options, ...given }) };
  const lines = rows.map((row) => JSON.stringify(row));
  for (const line of lines) expect(line).not.toContain('\n');
  return { rows: lines.map((line) => schema.parse(JSON.parse(line))), dropped };
}
const format = (id: string) => signalFormats.find((one) => one.id === id)!;

let failure: Signal;
beforeAll(async () => {
  failure = await failureSignal();
});

describe('every format', () => {
  it.each(signalFormats.map(({ id }) => id))('%s gives rows of its own schema, whatever was said', async (id) => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 5, maxLength: 5 }), fc.boolean(), async (texts, chat) => {
        // Texts may be equal: then a pair is dropped, and the record says so.
        for (const signal of [successSignal(texts), await failureSignal(texts)]) {
          const { rows, dropped } = madeBy(id, signal, { conversational: chat });
          expect(rows.length + dropped.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 50 },
    );
  });

  it.each(signalFormats.map(({ id }) => id))('%s refuses a row with a field that its trainer does not know', (id) => {
    const [row] = [...madeBy(id, failure).rows, ...madeBy(id, successSignal()).rows];
    expect(format(id).schema.safeParse(row).success).toBe(true);
    expect(format(id).schema.safeParse({ ...row, surprise: 1 }).success).toBe(false);
  });

  it.each(['rewards', 'trl-kto', 'trl-prm', 'openrlhf', 'verl'])('%s refuses a reward that is not finite', (id) => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => madeBy(id, plainSignal(turns(['a', 'b'], 1), [0.5, value]))).toThrow(
        expect.objectContaining({
          code: 'bad-credit',
          message: `reward of step 1 is ${value} (instance "planted/0"); expected a finite number`,
        }),
      );
  });
});

describe('rewards', () => {
  it('keep every message and all digits of its reward', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })), (all) => {
        const texts = all.map((_, step) => `message ${step}`);
        const { rows } = madeBy('rewards', plainSignal(turns(texts, 1), all));
        // JSON has no negative zero.
        expect(rows.map((row) => ('reward' in row ? row.reward : undefined))).toEqual(all.map((reward) => reward + 0));
      }),
    );
  });

  it('say who spoke, after what', () => {
    expect(madeBy('rewards', plainSignal(turns(['a', 'b'], 1), [0, -1])).rows[1]).toEqual({
      instance: 'planted/0',
      step: 1,
      agent: 'agent 1',
      context: 'Sort a list.\nagent 0: a\nagent 1: ',
      message: 'b',
      reward: -1,
    });
  });
});

describe('trl-dpo', () => {
  it('is prompt, chosen and rejected of every pair of the record, and counts what made none', () => {
    const { rows, dropped } = madeBy('trl-dpo', failure);
    expect(rows).toEqual([
      { prompt: 'Sort a list.\nagent 0: plan\nagent 1: ', chosen: 'better', rejected: 'slip' },
      { prompt: 'Sort a list.\nagent 0: plan\nagent 1: slip\nagent 0: ', chosen: 'mend', rejected: 'harm' },
      {
        prompt: 'Sort a list.\nagent 0: plan\nagent 1: slip\nagent 0: mend\nagent 1: ',
        chosen: 'rescue',
        rejected: 'worse',
      },
    ]);
    expect(dropped).toEqual(['equal-texts', 'not-failure-aligned']);
  });

  it('is a conversation where that is asked for', () => {
    expect(madeBy('trl-dpo', failure, { conversational: true }).rows[0]).toEqual({
      prompt: [
        { role: 'system', content: 'You are agent 1.' },
        { role: 'user', content: 'Sort a list.\n\nagent 0: plan' },
      ],
      chosen: [{ role: 'assistant', content: 'better' }],
      rejected: [{ role: 'assistant', content: 'slip' }],
    });
  });

  it('says why an episode has no pair', () => {
    const { record } = failure;
    if (record?.branch !== 'failure') throw new Error('not a failure');
    const withRecord = (change: object): Signal => ({
      ...failure,
      record: { ...record, pairs: [], dropped: [], ...change },
    });
    expect(madeBy('trl-dpo', successSignal())).toEqual({ rows: [], dropped: ['success-has-no-pairs'] });
    const nothing = { firstError: { step: null, reason: 'undetermined' } };
    expect(madeBy('trl-dpo', withRecord(nothing)).dropped).toEqual(['undetermined']);
    expect(madeBy('trl-dpo', withRecord({ values: null })).dropped).toEqual(['no-values']);
    expect(madeBy('trl-dpo', withRecord({})).dropped).toEqual(['no-alternatives']);
  });
});

describe('trl-kto', () => {
  it('calls a message desirable or not by the sign of its reward, and skips those without', () => {
    const { rows, dropped } = madeBy('trl-kto', plainSignal(turns(['a', 'b', 'c', 'd'], 1), [0.5, 0, -1, -0]));
    expect(rows).toEqual([
      { prompt: 'Sort a list.\nagent 0: ', completion: 'a', label: true },
      { prompt: 'Sort a list.\nagent 0: a\nagent 1: b\nagent 0: ', completion: 'c', label: false },
    ]);
    expect(dropped).toEqual(['zero-reward', 'zero-reward']);
  });

  it('is a conversation where that is asked for', () => {
    expect(madeBy('trl-kto', plainSignal(turns(['a'], 1), [1]), { conversational: true }).rows).toEqual([
      {
        prompt: [
          { role: 'system', content: 'You are agent 0.' },
          { role: 'user', content: 'Sort a list.' },
        ],
        completion: [{ role: 'assistant', content: 'a' }],
        label: true,
      },
    ]);
  });
});
