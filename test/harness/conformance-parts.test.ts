import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { coalitionsOf } from '../../harness/coalitions.ts';
import { checkMethod } from '../../harness/conformance/check-method.ts';
import { faultOfEstimate } from '../../harness/conformance/fault-of-estimate.ts';
import { conclusionOf, type Finding } from '../../harness/conformance/finding.ts';
import { faultOfOptions } from '../../harness/conformance/option-fault.ts';
import { relabelled } from '../../harness/conformance/relabel.ts';
import { within } from '../../harness/conformance/within.ts';
import { type AnyMethod, defineMethod } from '../../harness/define.ts';
import { findSmallest } from '../../harness/laws/find-smallest.ts';
import { randomOf } from '../../harness/random.ts';
import { selectMethod } from '../../harness/selection.ts';
import { oracle } from '../../methods/baseline/oracle.ts';
import { methods } from '../../methods/catalog.ts';
import { c3 } from '../../methods/counterfactual/c3.ts';
import { shapleyExact } from '../../methods/shapley/shapley-exact.ts';
import { arbitraryGame } from '../../tasks/games/arbitrary.ts';
import { lawSubjects } from '../../tasks/law-subjects.ts';
import { gameOf } from '../methods/on.ts';

describe('checkMethod', () => {
  it.each([shapleyExact, c3, oracle])('holds $id to be sound', async (sound) => {
    const settings = { trials: 10, salt: 'conformance test' };
    const findings = await checkMethod(selectMethod(sound, {}, 'test'), lawSubjects, settings);
    expect(findings.filter(({ claim, verdict }) => claim !== null && verdict !== 'held')).toEqual([]);
    expect(conclusionOf(findings)).toBe('kept');
  });
});

describe('faultOfOptions', () => {
  const taking = (options: AnyMethod['options']) =>
    faultOfOptions(
      defineMethod({
        id: 'm',
        title: 'm',
        source: '',
        targets: [],
        needs: [],
        laws: {},
        options,
        assign: () => ({ agents: [] }),
      }),
    );

  it('finds nothing wrong with any method in the box', () => {
    for (const method of methods) expect([method.id, faultOfOptions(method)]).toEqual([method.id, undefined]);
  });

  it('sees an option that strangers can be', () => {
    expect(taking(z.record(z.string(), z.unknown()))).toMatch(
      /^takes an option "no-such-option" that it does not have/,
    );
  });

  it('sees a default that cannot be given, and one that reads otherwise', () => {
    const fanout = z.string().regex(/^\d+$/).default('some');
    expect(taking(z.strictObject({ fanout }))).toBe('option "fanout" cannot be given its own default, fanout=some');
    const size = z.union([z.number(), z.string()]).default('7');
    expect(taking(z.strictObject({ size }))).toBe('option "size" is "7" by default and 7 when size=7 is given');
  });
});

describe('findSmallest', () => {
  const effort = { seed: 1, numRuns: 50 };

  it('shrinks to the smallest case with the fault', async () => {
    const found = await findSmallest(
      arbitraryGame(),
      async ({ terms }) => (terms.length > 1 ? `${terms.length} terms` : undefined),
      effort,
    );
    expect(found).toMatchObject({ reason: '2 terms', counterexample: { terms: [{}, {}] } });
  });

  it('finds nothing where there is nothing, and passes on what is thrown', async () => {
    expect(await findSmallest(arbitraryGame(), async () => undefined, effort)).toBeUndefined();
    const thrown = findSmallest(arbitraryGame(), () => Promise.reject(new TypeError('ours')), effort);
    await expect(thrown).rejects.toThrow(new TypeError('ours'));
  });
});

describe('faultOfEstimate', () => {
  const [zero, half] = [new Float64Array(100), Float64Array.from({ length: 100 }, (_, draw) => draw % 2)];

  it('takes 5 standard errors, and an event that 100 draws may miss, for no contradiction', () => {
    // s² = 100/99 · 1/4, so the standard error is √((0.2525… + 0.01) / 100) = 0.0512….
    const of = (truth: number) => faultOfEstimate(truth, 0, [{ values: half, weight: 1 }], [0, 1], 'sampled');
    expect(of(0.5 + 0.256)).toBeUndefined();
    expect(of(0.5 + 0.257)).toEqual({ truth: '0.757', estimate: '0.5 ± 0.0512372', how: 'a sample' });
    const never = (truth: number) => faultOfEstimate(truth, 0, [{ values: zero, weight: 1 }], [0, 1], 'sampled');
    expect([never(0.04), never(0.06)?.estimate]).toEqual([undefined, '0 ± 0.01']);
  });

  it('widens with the error of the truth, and with no noise by nothing', () => {
    const never = (error: number) => faultOfEstimate(0.06, error, [{ values: zero, weight: 1 }], [0, 1], 'sampled');
    expect([never(0.005)?.truth, never(0.01)]).toEqual(['0.06', undefined]);
    const exact = (truth: number) =>
      faultOfEstimate(truth, 0, [{ values: Float64Array.of(2), weight: 3 }], [0, 9], 'none');
    expect([exact(6), exact(6 + 1e-6)?.how]).toEqual([undefined, 'enumeration']);
  });
});

describe('conclusionOf', () => {
  const finding = (given: Partial<Finding>): Finding => ({
    check: 'efficiency',
    claim: 'always',
    verdict: 'held',
    trials: 1,
    ...given,
  });

  it.each<[string, Partial<Finding>]>([
    ['kept', {}],
    ['broken', { verdict: 'violated' }],
    ['kept', { verdict: 'violated', claim: null }],
    ['unknown', { verdict: 'not-applicable' }],
    ['kept', { verdict: 'not-applicable', claim: null }],
    ['kept', { check: 'probes', verdict: 'not-applicable', claim: 'required' }],
    ['unknown', { check: 'answers', verdict: 'not-applicable', claim: 'required' }],
    ['unknown', { check: 'instances', verdict: 'not-applicable', claim: 'required' }],
  ])('is %s for %j', (conclusion, given) => {
    expect(conclusionOf([finding({}), finding(given)])).toBe(conclusion);
  });
});

describe('within', () => {
  it('is the answer, its error, or an error where none comes', async () => {
    expect(await within(1, async () => 3)).toBe(3);
    await expect(within(1, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(within(0.01, () => new Promise(() => {}))).rejects.toThrow('no answer within 0.01 seconds');
  });
});

describe('relabelled', () => {
  it('is the game of the agents in their new places', async () => {
    const terms = [
      { members: ['a'], coefficient: 1 },
      { members: ['b', 'c'], coefficient: 4 },
    ];
    const [game, moved] = [
      ['a', 'b', 'c'],
      ['c', 'a', 'b'],
    ].map((agents) => gameOf({ agents, form: 'unanimity', constant: 0, terms }));
    const ours = relabelled(game!, [2, 0, 1]);
    const coalitions = coalitionsOf(3, [[0], [1], [2], [0, 1], [0, 2], [1, 2]]);
    const opening = { random: randomOf('x'), generated: () => {} };
    expect(ours.episode).toEqual(moved!.episode);
    expect(await ours.open(opening).worth!(coalitions)).toEqual(await moved!.open(opening).worth!(coalitions));
    expect(ours.truth()).toEqual(moved!.truth());
  });
});
