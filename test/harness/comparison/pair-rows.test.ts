import { describe, expect, it } from 'vitest';
import { countOf, pairRows } from '../../../harness/comparison/pair-rows.ts';
import { randomOf } from '../../../harness/random.ts';
import { errors, scored, shuffled, unscored } from './rows.ts';

const names = { first: 'main.jsonl', second: 'mine.jsonl' };

describe('pairRows', () => {
  it('pairs by task, version, instance, budget and seed, in canonical order whatever the order of rows', () => {
    const rows = ['u', 't'].flatMap((task) =>
      [null, 64, 16].flatMap((budget) => [1, 0].flatMap((seed) => errors([0.1, 0.2], { task, budget, seed }))),
    );
    const pairs = pairRows(rows, rows, names);
    expect(pairs.map(({ task, budget }) => [task, budget])).toEqual([
      ['t', 16],
      ['t', 64],
      ['t', null],
      ['u', 16],
      ['u', 64],
      ['u', null],
    ]);
    expect(pairs[0]!.pairs.map(({ first }) => [first.instance, first.seed])).toEqual([
      ['000/i', 0],
      ['000/i', 1],
      ['001/i', 0],
      ['001/i', 1],
    ]);
    const random = randomOf('pair-rows test');
    expect(pairRows(shuffled(random, rows), shuffled(random, rows), names)).toEqual(pairs);
  });

  it('counts what the second lacks, failed and skipped, by reason, and what it has more', () => {
    const first = ['a', 'b', 'c', 'd', 'e'].map((instance) => scored({ instance }));
    const second = [
      scored({ instance: 'a' }),
      unscored({ instance: 'b' }),
      unscored({ instance: 'c' }),
      unscored({ instance: 'd', status: 'skipped', reason: 'needs replay' }),
      scored({ instance: 'z' }),
    ];
    const [found] = pairRows(first, second, names);
    expect(found).toMatchObject({
      lost: { missing: 1, failed: { 'threw Error: no': 2 }, skipped: { 'needs replay': 1 } },
      gained: 1,
    });
    expect([found!.pairs.length, countOf(found!.lost)]).toEqual([1, 4]);
  });

  it('counts a reason that is the name of a property of every object', () => {
    const first = ['a', 'b', 'c'].map((instance) => scored({ instance }));
    const second = ['constructor', '__proto__', '__proto__'].map((reason, place) =>
      unscored({ instance: 'abc'[place]!, reason }),
    );
    const { lost } = pairRows(first, second, names)[0]!;
    expect(Object.entries(lost.failed)).toEqual([
      ['__proto__', 2],
      ['constructor', 1],
    ]);
    expect(countOf(lost)).toBe(3);
  });

  it('leaves out what neither was scored on', () => {
    expect(pairRows([unscored()], [unscored()], names)).toEqual([]);
  });

  it('refuses another version of a task, by name', () => {
    const other = [...errors([1]), ...errors([1], { version: 2 })];
    expect(() => pairRows(errors([1]), other, names)).toThrow(
      'task "t" is version 1 in main.jsonl and version 1 and 2 in mine.jsonl; expected the same version',
    );
  });

  it('refuses another instance of the same name: a truth that differs in the first 12 digits', () => {
    const given = (truth: number) => [scored({ truth: { shapley: [truth, 0] } })];
    expect(pairRows(given(0.1 + 0.2), given(0.3), names)[0]!.pairs.length).toBe(1);
    expect(() => pairRows(given(0.3), given(0.3 + 1e-11), names)).toThrow(
      'mine.jsonl: instance "0/a" of t at seed 0 has another truth than in main.jsonl; expected the same instance',
    );
    const blame = (step: number) => [scored({ truth: { 'first-error': { step, agent: 0 } } })];
    expect(() => pairRows(blame(1), blame(2), names)).toThrow('has another truth');
    expect(() => pairRows(given(0.3), [scored({ truth: { shapley: [0.3] } })], names)).toThrow('has another truth');
    expect(() => pairRows(given(0.3), [scored({ truth: { banzhaf: [0.3, 0] } })], names)).toThrow('has another truth');
  });
});
