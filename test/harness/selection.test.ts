import { describe, expect, it } from 'vitest';
import { unknownName } from '../../harness/errors.ts';
import { parseSelection, selectMethod, splitList } from '../../harness/selection.ts';
import { c3 } from '../../methods/counterfactual/c3.ts';
import { rloo } from '../../methods/group/rloo.ts';
import { prmDifference } from '../../methods/process/prm-difference.ts';
import { shapleyPermutation } from '../../methods/shapley/shapley-permutation.ts';

const select = (method: typeof c3, text: string) => selectMethod(method, parseSelection(text).given, 'test');

describe('splitList', () => {
  it('leaves commas inside brackets alone', () => {
    expect(splitList('c3[fanout=2x4,baseline=mean], rloo,./my-method.ts')).toEqual([
      'c3[fanout=2x4,baseline=mean]',
      'rloo',
      './my-method.ts',
    ]);
  });
});

describe('selectMethod', () => {
  it('names a method by its id and the options given, in alphabetical order', () => {
    expect(select(c3, 'c3[fanout=2x4,baseline=mean]').name).toBe('c3[baseline=mean,fanout=2x4]');
    expect(select(c3, 'c3').name).toBe('c3');
    expect(select(c3, 'c3[]').name).toBe('c3');
  });

  it('reads numbers, truth values and text as the schema wants them', () => {
    expect(select(rloo, 'rloo[k=4]').options).toEqual({ k: 4 });
    expect(select(shapleyPermutation, 'x[antithetic=false,orders=3]').options).toEqual({
      antithetic: false,
      orders: 3,
    });
    expect(select(c3, 'c3[fanout=8]').options).toMatchObject({ fanout: '8' });
    expect(select(prmDifference, 'prm-difference').options).toEqual({ base: 0.5 });
  });

  it.each([
    [rloo, 'rloo[k=1]', 'method rloo[k=1]: k: too small: expected number to be >=2, found 1'],
    [rloo, 'rloo[size=3]', 'unknown rloo option "size"; rloo options are k'],
    [
      c3,
      'c3[baseline=loop]',
      'method c3[baseline=loop]: baseline: invalid option: expected one of "loo"|"mean", found "loop"',
    ],
    [c3, 'c3[fanout=2y4]', 'method c3[fanout=2y4]: fanout: expected whole numbers joined by x, like 2x4, found "2y4"'],
    [
      c3,
      'c3[fanuot=2x4]',
      'unknown c3 option "fanuot"; did you mean "fanout"? c3 options are mode, fanout, alternatives, replays, baseline',
    ],
  ])('refuses what the options do not allow: %#', (method, text, message) => {
    expect(() => select(method, text)).toThrow(message);
  });

  it.each([
    ['c3[fanout]', '"c3[fanout]": option "fanout" has no value; expected key=value'],
    ['c3[a=1,a=2]', '"c3[a=1,a=2]": option "a" is given twice'],
    ['c3[a=1', '"c3[a=1" is not a method; expected id or id[key=value,…]'],
  ])('refuses what is not a selection: %s', (text, message) => {
    expect(() => parseSelection(text)).toThrow(message);
  });
});

describe('unknownName', () => {
  it('suggests the nearest name, if one is near', () => {
    expect(unknownName('method', 'shaply-exact', ['shapley-exact', 'c3']).message).toBe(
      'unknown method "shaply-exact"; did you mean "shapley-exact"? methods are shapley-exact, c3',
    );
    expect(unknownName('task', 'zzzzzz', ['relay']).message).toBe('unknown task "zzzzzz"; tasks are relay');
  });
});
