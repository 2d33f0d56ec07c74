import { describe, expect, it } from 'vitest';
import { classesByValue, classesByVerdict } from '../../../harness/signals/repair-classes.ts';

const values = [0.5, 0.75, 0.25, 0.5, 0.5, 0.375, 0.125, 0.25];

describe('classesByValue', () => {
  it('compares each later change with ε', () => {
    const expected = ['pre-error', 'error', 'repair', 'neutral', 'failure-aligned', 'failure-aligned', 'repair'];
    expect(classesByValue(values, 1, 0)).toEqual(expected);
  });

  it('calls a change of ε itself neutral', () => {
    const expected = ['pre-error', 'error', 'repair', 'neutral', 'neutral', 'failure-aligned', 'neutral'];
    expect(classesByValue(values, 1, 0.125)).toEqual(expected);
  });

  it('calls a message that builds on the error failure-aligned unless it raises the value', () => {
    const builds = new Set([0, 2, 3, 4, 6]);
    const expected = [
      'pre-error',
      'error',
      'repair',
      'failure-aligned',
      'failure-aligned',
      'failure-aligned',
      'neutral',
    ];
    expect(classesByValue(values, 1, 0.125, builds)).toEqual(expected);
  });

  it('knows no class but neutral where no error was found', () => {
    expect(classesByValue([0, 1, 0], null, 0)).toEqual(['neutral', 'neutral']);
    expect(classesByValue([0.5], null, 0)).toEqual([]);
  });
});

describe('classesByVerdict', () => {
  it('counts an attempt as a repair whatever its value, and reads nothing up to the error', () => {
    const verdicts = ['continues', 'corrects', 'corrects', 'continues', 'neither'] as const;
    expect(classesByVerdict(verdicts, 1)).toEqual(['pre-error', 'error', 'repair', 'failure-aligned', 'neutral']);
    expect(classesByVerdict(verdicts, null)).toEqual(Array(5).fill('neutral'));
  });
});
