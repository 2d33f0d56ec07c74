import { describe, expect, it } from 'vitest';
import { isRepairable } from '../../../harness/signals/badness.ts';
import { judgeVerdicts } from '../../../harness/signals/judge-verdicts.ts';

describe('judgeVerdicts', () => {
  const rights = [undefined, 0.1, 0.9, 0.5, 0.4, 0.2, 0.8];

  it('sees what continues the error in a judge of messages, and never a repair', () => {
    expect(judgeVerdicts(rights, 1, 0.5, 'step')).toEqual([
      undefined,
      undefined,
      'neither',
      'neither',
      'continues',
      'continues',
      'neither',
    ]);
  });

  it('sees a repair where a judge of prefixes finds a faulty one faulty no more', () => {
    expect(judgeVerdicts(rights, 1, 0.5, 'prefix')).toEqual([
      undefined,
      undefined,
      'corrects',
      'neither',
      'continues',
      'continues',
      'corrects',
    ]);
  });

  it('reads nothing up to the error, nothing where there is none, and misses nothing after it', () => {
    expect(judgeVerdicts([undefined, undefined], null, 0.5, 'step')).toEqual([undefined, undefined]);
    expect(() => judgeVerdicts([0.1, undefined], 0, 0.5, 'step')).toThrow('the judge was not asked about step 1');
  });
});

describe('isRepairable', () => {
  const said = (...values: number[]) => ({
    message: 'm',
    alternatives: values.map((value, place) => ({ message: `other ${place}`, value })),
  });

  it('is whether another message reaches θ, itself included', () => {
    expect(isRepairable(said(0.2, 0.75), 0.75)).toBe(true);
    expect(isRepairable(said(0.2, 0.7), 0.75)).toBe(false);
    expect(isRepairable(said(), 0)).toBe(false);
  });

  it('does not take what was said for its own repair', () => {
    expect(isRepairable({ message: 'm', alternatives: [{ message: 'm', value: 1 }] }, 0.5)).toBe(false);
  });
});
