import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instance, Task } from '../../../harness/contract.ts';
import { randomOf } from '../../../harness/random.ts';
import { type CellRow, cellKey, type ScoredRow } from '../../../harness/row.ts';
import { score } from '../../../harness/score.ts';
import { compareRows } from '../../../reports/board/compare-rows.ts';
import { drawSample } from '../../../reports/board/draw-sample.ts';
import { firstDifference } from '../../../reports/board/first-difference.ts';
import { type Place, recompute } from '../../../reports/board/recompute.ts';
import { rescore } from '../../../reports/board/rescore.ts';
import { submissionId } from '../../../reports/board/submission.ts';
import { task } from '../../harness/run-in.ts';

const instance = (id: string, shapley: readonly number[], excluded?: string): Instance => ({
  id,
  episode: {
    agents: shapley.map((_, index) => ({ id: `a${index}`, role: `a${index}` })),
    problem: '',
    messages: [],
    outcome: 1,
    range: [0, 1],
  },
  noise: 'none',
  truth: () => ({ shapley: Float64Array.from(shapley) }),
  open: () => ({}),
  ...(excluded === undefined ? {} : { excluded }),
});

const place = (of: Instance | { id: '*'; status: 'skipped'; reason: string }, on: Task, seed = 0): Place => ({
  task: { task: on, code: 'x' },
  instance: of,
  name: of.id,
  budget: 8,
  seed,
});

const row = (id: string, on: string, agents: readonly number[], truth: readonly number[], seed = 0): ScoredRow => ({
  schema: 1,
  kind: 'cell',
  ...{ method: 'm', task: on, version: 1, instance: id, budget: 8, seed, code: 'x' },
  status: 'scored',
  roles: agents.map((_, index) => `a${index}`),
  authors: [],
  outcome: 1,
  credit: { agents: [...agents] },
  truth: { shapley: [...truth] },
  scores: score({ agents: Float64Array.from(agents) }, { shapley: Float64Array.from(truth) }, { messages: [] }),
  spent: { evaluations: 3, messages: 0, judgements: 0, tokens: 0 },
});
const unscored = (id: string, on: string, reason: string, seed = 0): CellRow => ({
  schema: 1,
  kind: 'cell',
  ...{ method: 'm', task: on, version: 1, instance: id, budget: 8, seed, code: 'x' },
  ...{ status: 'skipped', reason },
});
const keyed = (rows: readonly CellRow[]) => new Map(rows.map((one) => [cellKey(one), one]));

const here = task('here', () => instance('i', [0.25, 0.75]));
const away = { ...task('away', () => instance('i', [1])), fixed: true } as const;
const gone = { id: '*', status: 'skipped', reason: 'not on this machine' } as const;

describe('recomputing a submission', () => {
  it('makes every number anew and keeps what only the method can say', () => {
    const given = row('i', 'here', [0.5, 0.5], [0.25, 0.75]);
    const { rows, claimed } = recompute(keyed([given]), [place(instance('i', [0.25, 0.75]), here)], 'm');
    expect([rows, claimed]).toEqual([[given], {}]);
  });

  it('takes truth and metrics that differ in the last bits, and writes down its own', () => {
    const given = row('i', 'here', [0.5, 0.5], [0.25 * (1 + 1e-15), 0.75]);
    const { rows } = recompute(keyed([given]), [place(instance('i', [0.25, 0.75]), here)], 'm');
    expect((rows[0] as ScoredRow).truth.shapley).toEqual([0.25, 0.75]);
  });

  it('holds every skip of an excluded instance to its reason', () => {
    const excluded = [place(instance('i', [0.25, 0.75], 'the label is broken'), here)];
    const sound = unscored('i', 'here', 'the label is broken');
    expect(recompute(keyed([sound]), excluded, 'm').rows).toEqual([sound]);
    for (const wrong of [row('i', 'here', [0, 0], [0.25, 0.75]), unscored('i', 'here', 'no time')])
      expect(() => recompute(keyed([wrong]), excluded, 'm')).toThrow('no method is scored on it: the label is broken');
  });

  it('leaves cells whose truth is not here as claimed, their metrics from their own truth', () => {
    const places = [place(gone, away, 0), place(gone, away, 1)];
    const rows = [0, 1].map((seed) => row('log-1', 'away', [0.5], [1], seed));
    expect(recompute(keyed(rows), places, 'm')).toEqual({ rows, claimed: { away: 2 } });
    const forged = { ...rows[1]!, scores: { shapley: { ...rows[1]!.scores.shapley, mse: 0 } } };
    expect(() => recompute(keyed([rows[0]!, forged]), places, 'm')).toThrow(
      'away log-1 at budget 8, seed 1: forged metric: scores.shapley.mse is claimed as 0; recomputed it is 0.25',
    );
    expect(() => recompute(keyed([rows[0]!]), places, 'm')).toThrow('cells of away are missing at budget 8, seed 1');
    const other = { ...rows[1]!, instance: 'log-2' };
    expect(() => recompute(keyed([rows[0]!, other]), places, 'm')).toThrow('cells of away are missing');
  });

  it('takes that a task was not there for anybody as no claim', () => {
    const rows = [unscored('*', 'away', 'get the data')];
    expect(recompute(keyed(rows), [place(gone, away)], 'm')).toEqual({ rows, claimed: {} });
    const both = [...rows, row('log-1', 'away', [0.5], [1])];
    expect(recompute(keyed(both), [place(gone, away)], 'm')).toEqual({ rows: both.slice(1), claimed: { away: 1 } });
  });
});

describe('rescoring', () => {
  const about = { method: { name: 'm' } as never, claimed: {} };

  it('moves the numbers of credits that stay, and counts the cells that moved', () => {
    const before = [row('i', 'here', [0.5, 0.5], [0.25, 0.75]), row('j', 'here', [0.5, 0.5], [0.5, 0.5])];
    const places = [place(instance('i', [0, 1]), here), place(instance('j', [0.5, 0.5]), here)];
    const after = rescore(before, places, about);
    expect(after).toMatchObject({ changed: 1, claimed: {} });
    expect('rows' in after && after.rows).toEqual([row('i', 'here', [0.5, 0.5], [0, 1]), before[1]]);
  });

  it('holds what was only claimed against the truth that has come', () => {
    const places = [place(instance('log-1', [1]), away)];
    const claimed = { ...about, claimed: { away: 1 } };
    expect(rescore([row('log-1', 'away', [0.5], [1])], places, claimed)).toMatchObject({ changed: 0, claimed: {} });
    expect(rescore([row('log-1', 'away', [0.5], [0.5])], places, claimed)).toEqual({
      refused: 'away log-1 at budget 8, seed 0: edited truth: truth.shapley[0] is claimed as 0.5; recomputed it is 1',
    });
  });
});

describe('comparing a second run', () => {
  const before = [row('i', 'here', [0.1, 0.2], [0.25, 0.75]), row('j', 'here', [0.3, 0.4], [0.25, 0.75])];
  const withCredit = (at: number, agents: number[]) =>
    before.map((one, index) => (index === at ? { ...one, credit: { agents } } : one));

  it('is bit for bit: one bit is a difference, and is known for one', () => {
    expect(compareRows(before, before)).toEqual({ compared: 2, different: 0, rounding: 0, first: null });
    expect(compareRows(before, withCredit(1, [0.3, 0.4 + Number.EPSILON / 4]))).toMatchObject({
      ...{ different: 1, rounding: 1 },
      first: 'here j at budget 8, seed 0: differs in the last bits',
    });
    expect(compareRows(before, withCredit(0, [0.1, 0.3]))).toMatchObject({
      ...{ different: 1, rounding: 0 },
      first: 'here i at budget 8, seed 0: credit.agents[1] is 0.2 in the submission; run again it is 0.3',
    });
  });

  it('finds a skip that is none, another price, and a cell that the submission does not have', () => {
    const skip = [unscored('i', 'here', 'no time'), before[1]!];
    expect(compareRows(skip, before)).toMatchObject({
      different: 1,
      first: expect.stringContaining('status is "skip'),
    });
    const dear = before.map((one) => ({ ...one, spent: { ...one.spent, evaluations: 4 } }));
    expect(compareRows(before, dear).first).toContain('spent.evaluations is 3 in the submission; run again it is 4');
    expect(compareRows([], before)).toMatchObject({ compared: 2, different: 2 });
  });
});

describe('the parts', () => {
  it('a first difference is found wherever it lies, and equal to 12 digits is equal', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(firstDifference(value, JSON.parse(JSON.stringify(value)), 'x')).toBeUndefined();
      }),
    );
    expect(firstDifference({ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }, 'x')).toEqual({
      ...{ path: 'x.a[1].b', claimed: 2, found: 3 },
    });
    expect(firstDifference([1], [1, 2], 'x')).toMatchObject({ path: 'x.length' });
    expect(firstDifference(1e9, 1e9 * (1 + 1e-13), 'x')).toBeUndefined();
    expect(firstDifference(1e9, 1e9 * (1 + 1e-11), 'x')).toBeDefined();
    expect(firstDifference(1e-17, 0, 'x')).toBeUndefined();
    expect(firstDifference(null, {}, 'x')).toBeDefined();
    expect(firstDifference([], {}, 'x')).toBeDefined();
  });

  it('a sample is drawn without replacement, by its name alone, from every cell alike', () => {
    const keys = Array.from({ length: 10 }, (_, index) => `k${index}`);
    const draw = (name: string, from = keys) => drawSample(from, 3, randomOf(name));
    expect(draw('a')).toEqual(draw('a', keys.toReversed()));
    expect(new Set(draw('a')).size).toBe(3);
    expect(drawSample(keys, 99, randomOf('a'))).toEqual(keys);
    const times = new Map<string, number>();
    const draws = 4000;
    for (let index = 0; index < draws; index++)
      for (const key of draw(`draw ${index}`)) times.set(key, (times.get(key) ?? 0) + 1);
    const error = Math.sqrt(0.3 * 0.7 * draws);
    for (const key of keys) expect(Math.abs(times.get(key)! - 0.3 * draws)).toBeLessThan(4 * error);
  });

  it('an id is of the credits alone: not of their order, their metrics or their price', () => {
    const rows = [row('i', 'here', [0.1, 0.2], [0.25, 0.75]), row('j', 'here', [0.3, 0.4], [0.25, 0.75])];
    const id = submissionId('m', rows);
    expect(id).toMatch(/^[0-9a-f]{12}$/);
    expect(submissionId('m', rows.toReversed())).toBe(id);
    expect(
      submissionId(
        'm',
        rows.map((one) => ({ ...one, scores: {}, code: 'y' })),
      ),
    ).toBe(id);
    expect(submissionId('n', rows)).not.toBe(id);
    expect(submissionId('m', [rows[0]!, { ...rows[1]!, credit: { agents: [0.3, 0.5] } }])).not.toBe(id);
  });
});
