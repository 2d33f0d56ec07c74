import { beforeAll, describe, expect, it } from 'vitest';
import { openrlhf } from '../../../reports/signals/openrlhf.ts';
import type { Signal } from '../../../reports/signals/signal.ts';
import { prmRowSchema, trlPrm } from '../../../reports/signals/trl-prm.ts';
import { verl } from '../../../reports/signals/verl.ts';
import { failureSignal, plainSignal, successSignal, turns } from './example-signals.ts';

const options = { conversational: false, placeholder: 'ки', first: 0 };
const both = [trlPrm, openrlhf];

let failure: Signal;
beforeAll(async () => {
  failure = await failureSignal();
});

/** The failure as if no prefix that was checked were faulty. */
function undetermined(): Signal {
  const { record } = failure;
  if (record?.branch !== 'failure') throw new Error('not a failure');
  return { ...failure, record: { ...record, firstError: { step: null, reason: 'undetermined' } } };
}

describe('trl-prm', () => {
  it('calls a step wrong where its reward is below 0; on failure what is neither the error nor harmful is right', () => {
    expect(trlPrm.rows(failure, options).rows).toEqual([
      {
        prompt: 'Sort a list.',
        completions: ['agent 0: plan', 'agent 1: slip', 'agent 0: mend', 'agent 1: worse', 'agent 0: bye'],
        labels: [true, false, true, false, true],
      },
    ]);
  });

  it('refuses a row without a label per completion', () => {
    expect(prmRowSchema.safeParse({ prompt: '', completions: ['a'], labels: [true, false] }).success).toBe(false);
    expect(prmRowSchema.safeParse({ prompt: '', completions: [], labels: [] }).success).toBe(false);
  });
});

describe('openrlhf', () => {
  it('has a placeholder after every message and a reward token per placeholder', () => {
    const signal = plainSignal(turns(['a', 'b\nc'], 1), [0.5, -0.5]);
    expect(openrlhf.rows(signal, options).rows).toEqual([
      { input: 'Sort a list.\nagent 0: a ки\nagent 1: b\nc ки', value: ['+', '-'] },
    ]);
    expect(openrlhf.rows(signal, { ...options, placeholder: '<step>' }).rows).toEqual([
      { input: 'Sort a list.\nagent 0: a <step>\nagent 1: b\nc <step>', value: ['+', '-'] },
    ]);
  });

  it.each([
    ['a message', turns(['a', 'две ошибки'], 1)],
    ['the problem', turns(['a', 'b'], 1, 'Найди ошибки')],
    ['a name', { ...turns(['a', 'b'], 1), agents: ['Кики', 'b'].map((id) => ({ id, role: id })) }],
  ])('has no row where %s holds the placeholder, which would shift the labels', (_, episode) => {
    const signal = plainSignal(episode, [1, 1]);
    expect(openrlhf.rows(signal, options)).toEqual({ rows: [], dropped: ['placeholder-in-text'] });
    expect(openrlhf.rows(signal, { ...options, placeholder: '<step>' }).rows).toHaveLength(1);
  });
});

describe.each(both)('$id', (format) => {
  it('has no row of a failure without a message to blame: all steps right would be a lie', () => {
    expect(format.rows(undetermined(), options)).toEqual({ rows: [], dropped: ['undetermined'] });
  });

  it('has no row where a reward of 0 says neither right nor wrong', () => {
    const silent = plainSignal(turns(['a', 'b'], 0), [0, 0]);
    expect(format.rows(silent, options)).toEqual({ rows: [], dropped: ['zero-reward'] });
  });
});

describe('verl', () => {
  it('has a conversation as its prompt, the logged message as ground truth and its reward beside it', () => {
    const { rows } = verl.rows(successSignal(['a', 'b']), { ...options, first: 7 });
    expect(rows[1]).toEqual({
      data_source: 'creditbench/planted',
      prompt: [
        { role: 'system', content: 'You are agent 1.' },
        { role: 'user', content: 'Sort a list.\n\nagent 0: a' },
      ],
      ability: 'collaboration',
      reward_model: { style: 'rule', ground_truth: 'b' },
      extra_info: { split: 'train', index: 8, instance: 'planted/0', step: 1, agent: 'agent 1', reward: -0.1 },
    });
  });
});
