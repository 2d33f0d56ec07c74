import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ZodType } from 'zod';
import type { RewardedMessage } from '../../../reports/signals/rewarded-message.ts';
import { rewardLines, rewardRowSchema } from '../../../reports/signals/rewards.ts';
import { dpoLines, dpoRowSchema } from '../../../reports/signals/trl-dpo.ts';
import { ktoLines, ktoRowSchema } from '../../../reports/signals/trl-kto.ts';
import { prmLines, prmRowSchema } from '../../../reports/signals/trl-prm.ts';

/** The rows of a file made of these lines, each checked against its schema. */
function rowsOf<Row>(lines: Iterable<string>, schema: ZodType<Row>): Row[] {
  const file = [...lines].join('');
  if (file === '') return [];
  expect(file.endsWith('\n')).toBe(true);
  return file
    .slice(0, -1)
    .split('\n')
    .map((line) => schema.parse(JSON.parse(line)));
}

// Any text a model may produce: line ends, quotes, half a surrogate pair.
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a\nb', '"', '\ud800', '\u2028', ''));
const reward = fc.oneof(fc.constant(0), fc.double({ noNaN: true, noDefaultInfinity: true }));
const messages = fc.array(
  fc.record({ instance: text, step: fc.nat(), agent: text, context: text, message: text, reward }),
);
const said = (step: number, value: number): RewardedMessage => ({
  instance: 'relay-07',
  step,
  agent: 'coder',
  context: 'the problem',
  message: `message ${step}`,
  reward: value,
});

describe('rewardLines', () => {
  it('keep every message and all digits of its reward', () => {
    fc.assert(
      fc.property(messages, (all) => {
        const rows = rowsOf(rewardLines(all), rewardRowSchema);
        // JSON has no negative zero.
        expect(rows).toEqual(all.map((one) => ({ ...one, reward: one.reward + 0 })));
      }),
    );
  });
});

describe('dpoLines', () => {
  it('are prompt, chosen and rejected of every pair', () => {
    const pairs = fc.array(fc.record({ context: text, chosen: text, rejected: text }));
    fc.assert(
      fc.property(pairs, (all) => {
        const expected = all.map(({ context, chosen, rejected }) => ({ prompt: context, chosen, rejected }));
        expect(rowsOf(dpoLines(all), dpoRowSchema)).toEqual(expected);
      }),
    );
  });

  it('leave out what trainers do not know', () => {
    const pair = { kind: 'tail', step: 3, context: 'c', chosen: 'a', rejected: 'b', chosenValue: 1, rejectedValue: 0 };
    expect([...dpoLines([pair])]).toEqual(['{"prompt":"c","chosen":"a","rejected":"b"}\n']);
  });
});

describe('ktoLines', () => {
  it('call a message desirable or not by the sign of its reward, and skip those without', () => {
    expect([...ktoLines([said(0, 0.5), said(1, 0), said(2, -1), said(3, -0)])]).toEqual([
      '{"prompt":"the problem","completion":"message 0","label":true}\n',
      '{"prompt":"the problem","completion":"message 2","label":false}\n',
    ]);
  });

  it('have a row per message with a reward', () => {
    fc.assert(
      fc.property(messages, (all) => {
        const rows = rowsOf(ktoLines(all), ktoRowSchema);
        expect(rows.length).toBe(all.filter((one) => one.reward !== 0).length);
      }),
    );
  });
});

describe('prmLines', () => {
  const episode = { instance: 'relay-07', problem: 'p', messages: ['a', 'b', 'c'] };

  it('label a step right unless its reward is below 0', () => {
    expect(rowsOf(prmLines([{ ...episode, rewards: Float64Array.of(0, -1, 0.5) }]), prmRowSchema)).toEqual([
      { prompt: 'p', completions: ['a', 'b', 'c'], labels: [true, false, true] },
    ]);
  });

  it('skip an episode without messages', () => {
    expect([...prmLines([{ ...episode, messages: [], rewards: [] }])]).toEqual([]);
  });

  it('refuse an episode with a reward too few', () => {
    expect(() => [...prmLines([{ ...episode, rewards: [1] }])]).toThrow(
      expect.objectContaining({
        code: 'bad-credit',
        message: 'rewards has 1 numbers for 3 messages (instance "relay-07")',
      }),
    );
    expect(prmRowSchema.safeParse({ prompt: '', completions: ['a'], labels: [] }).success).toBe(false);
  });
});

describe('every format with rewards', () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %d, at its step', (value) => {
    const rewards = [0, 0, value];
    for (const lines of [
      rewardLines([said(2, value)]),
      ktoLines([said(2, value)]),
      prmLines([{ instance: 'relay-07', problem: '', messages: ['', '', ''], rewards }]),
    ])
      expect(() => [...lines]).toThrow(
        expect.objectContaining({
          code: 'bad-credit',
          message: `reward of step 2 is ${value} (instance "relay-07"); expected a finite number`,
        }),
      );
  });

  it('reads its input one item at a time', () => {
    let asked = 0;
    function* endless() {
      for (;;) yield said(asked++, 1);
    }
    const lines = ktoLines(endless());
    lines.next();
    lines.next();
    expect(asked).toBe(2);
  });
});
