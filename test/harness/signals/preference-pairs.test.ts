import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countDropped, type PairStep, preferencePairs } from '../../../harness/signals/preference-pairs.ts';
import { classesByValue, classesByVerdict } from '../../../harness/signals/repair-classes.ts';
import { failures } from './arbitrary-failure.ts';

const said = (message: string, alternatives: PairStep['alternatives']): PairStep => ({
  context: `before ${message}`,
  message,
  alternatives,
});

describe('preferencePairs', () => {
  const values = [0.5, 0.5, 0.25, 0.5, 0.25];
  const steps = [
    said('fine', [{ message: 'better', value: 1 }]),
    said('wrong', [
      { message: 'right', value: 0.75 },
      { message: 'worse', value: 0 },
      { message: 'close', value: 0.3 },
      { message: 'wrong', value: 0.9 },
    ]),
    said('fix', [
      { message: 'continue', value: 0 },
      { message: 'idle', value: 0.2 },
      { message: 'better fix', value: 0.75 },
    ]),
    said('spoil', [{ message: 'keep', value: 0.5 }]),
  ];

  it('are those of the error, the repair and the tail, and count the rest with reasons', () => {
    const { pairs, dropped } = preferencePairs(steps, classesByValue(values, 1, 0.1), values, 0.1);
    expect(pairs.map(({ kind, step, context, chosen, rejected }) => [kind, step, context, chosen, rejected])).toEqual([
      ['error', 1, 'before wrong', 'right', 'wrong'],
      ['repair', 2, 'before fix', 'fix', 'continue'],
      ['tail', 3, 'before spoil', 'keep', 'spoil'],
    ]);
    expect(pairs.map(({ chosenValue, rejectedValue }) => chosenValue - rejectedValue)).toEqual([0.5, 0.5, 0.25]);
    expect(dropped.map(({ alternative, reason }) => [alternative, reason])).toEqual([
      ['worse', 'not-better'],
      ['close', 'equal-values'],
      ['wrong', 'equal-texts'],
      ['idle', 'not-failure-aligned'],
      ['better fix', 'not-failure-aligned'],
    ]);
    const expected = { 'equal-texts': 1, 'equal-values': 1, 'not-better': 1, 'not-failure-aligned': 2 };
    expect(countDropped(dropped)).toEqual(expected);
  });

  it('believe a judge who calls an alternative a repair or harmful', () => {
    const judged = [
      said('wrong', []),
      said('fix', [
        { message: 'other fix', value: 0, class: 'repair' },
        { message: 'excuse', value: 0.45, class: 'failure-aligned' },
      ]),
    ];
    const { pairs, dropped } = preferencePairs(judged, ['error', 'repair'], [0.8, 0.4, 0.6], 0.1);
    expect(pairs.map(({ rejected }) => rejected)).toEqual(['excuse']);
    expect(dropped.map(({ reason }) => reason)).toEqual(['not-failure-aligned']);
  });

  it('keep every rule on random failures, whoever classifies', () => {
    fc.assert(
      fc.property(failures, fc.boolean(), ({ steps, values, firstError, epsilon, verdicts }, judged) => {
        const classes = judged ? classesByVerdict(verdicts, firstError) : classesByValue(values, firstError, epsilon);
        const { pairs, dropped } = preferencePairs(steps, classes, values, epsilon);
        for (const pair of pairs) {
          const { context, message, alternatives } = steps[pair.step]!;
          const side = pair.kind === 'repair' ? 'chosen' : 'rejected';
          const other = alternatives.filter((one) => one.message === pair[side === 'chosen' ? 'rejected' : 'chosen']);
          expect(pair.step).toBeGreaterThanOrEqual(firstError);
          expect(pair.context).toBe(context);
          expect(pair[side]).toBe(message);
          expect(other).not.toEqual([]);
          expect(pair.chosen).not.toBe(pair.rejected);
          expect(pair.chosenValue - pair.rejectedValue).toBeGreaterThan(epsilon);
          expect(classes[pair.step]).toBe({ error: 'error', repair: 'repair', tail: 'failure-aligned' }[pair.kind]);
          if (side === 'chosen') expect(other.some((one) => one.class !== 'repair')).toBe(true);
        }
        const asked = steps.filter((_, step) => !['pre-error', 'neutral'].includes(classes[step]!));
        expect(pairs.length + dropped.length).toBe(asked.flatMap(({ alternatives }) => alternatives).length);
      }),
    );
  });

  it('are none where no error was found', () => {
    const classes = classesByValue(values, null, 0);
    expect(preferencePairs(steps, classes, values, 0)).toEqual({ pairs: [], dropped: [] });
  });
});
