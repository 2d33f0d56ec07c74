import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { coalitionsOf } from '../../harness/coalitions.ts';
import { checkMethod } from '../../harness/conformance/check-method.ts';
import { conclusionOf, type Finding } from '../../harness/conformance/finding.ts';
import type { Access, Episode } from '../../harness/contract.ts';
import { type AnyMethod, defineMethod } from '../../harness/define.ts';
import { selectMethod } from '../../harness/selection.ts';
import { c3 } from '../../methods/counterfactual/c3.ts';
import { lawSubjects } from '../../tasks/law-subjects.ts';

const check = (method: AnyMethod, trials = 10) =>
  checkMethod(selectMethod(method, {}, 'test'), lawSubjects, { trials, salt: 'conformance test' });
const violatedIn = (findings: readonly Finding[]) =>
  findings.filter(({ claim, verdict }) => claim !== null && verdict === 'violated');

type Assign = (episode: Episode, access: Access<'worth'>) => unknown;
const zeros = ({ agents }: Episode) => new Float64Array(agents.length);

/** A sound method that needs worth, but for what is given. @param assign may return what a credit may not be */
const method = (assign: Assign, given: Partial<AnyMethod> = {}): AnyMethod => ({
  ...defineMethod({
    id: 'm',
    title: 'm',
    source: '',
    targets: [],
    needs: ['worth'],
    laws: {},
    options: z.strictObject({}),
    // A broken method is the point of these tests: its answer has any type.
    assign: assign as () => { agents: number[] },
  }),
  ...given,
});

let calls = 0;
const faulty: [Finding['check'], RegExp, AnyMethod][] = [
  ['options', /takes an option "no-such-option"/, method((e) => ({ agents: zeros(e) }), { options: z.any() })],
  [
    'answers',
    /^within 1 evaluator call: assign threw TypeError: no$/,
    method(() => {
      throw new TypeError('no');
    }),
  ],
  [
    'answers',
    /refuses threw RangeError: bad/,
    method((e) => ({ agents: zeros(e) }), {
      refuses: () => {
        throw new RangeError('bad');
      },
    }),
  ],
  // A program in plain JavaScript may give what the type does not allow.
  ['answers', /refuses gave a boolean/, method((e) => ({ agents: zeros(e) }), { refuses: () => false as never })],
  ['answers', /refuses gave ""; expected one line/, method((e) => ({ agents: zeros(e) }), { refuses: () => '' })],
  [
    'answers',
    /answered before worth did; is an await missing/,
    method(
      (episode, { worth }) => ({ agents: zeros(episode).fill(worth(coalitionsOf(1, [[]])) === undefined ? 1 : 0) }),
      { refuses: ({ agents }, budget) => (budget < 2 || agents.length > 1 ? 'not here' : undefined) },
    ),
  ],
  ['shape', /credit has 0 numbers for 1 agents/, method(() => ({ agents: [] }))],
  ['shape', /credit is undefined; expected an object/, method(() => undefined)],
  [
    'shape',
    /credit.agents\[0\] is "1"; expected a finite number/,
    method(({ agents }) => ({ agents: agents.map(() => '1') })),
  ],
  ['shape', /credit.firstError is 9/, method(() => ({ firstError: 9 }))],
  ['shape', /not part of an audit record/, method((e) => ({ agents: zeros(e), record: { none: 1 } }))],
  ['finite', /credit.agents\[0\] is NaN/, method((e) => ({ agents: zeros(e).fill(Number.NaN) }))],
  [
    'finite',
    /credit.agents\[0\] is Infinity/,
    method((e) => ({ agents: zeros(e).map(() => Number.POSITIVE_INFINITY) })),
  ],
  [
    'budget',
    /^within 1 evaluator call: worth asked for 1 evaluator calls; 0 of 1 are left$/,
    method(async (episode, { worth }) => {
      await worth(coalitionsOf(episode.agents.length, [[]])).catch(() => undefined);
      return { agents: zeros(episode) };
    }),
  ],
  [
    'unchanged',
    /it changed the episode/,
    method((episode) => {
      (episode.agents[0] as { role: string }).role = 'blamed';
      return { agents: zeros(episode) };
    }),
  ],
  [
    'probes',
    /it asked replay without declaring it/,
    method((episode, access) => {
      try {
        (access as unknown as Access<'replay'>).replay;
      } catch {}
      return { agents: zeros(episode) };
    }),
  ],
  ['determinism', /credit.agents\[0\] is 0\.\d+ and then 0\./, method((e) => ({ agents: zeros(e).map(Math.random) }))],
  ['determinism', /one seed: credit.agents\[0\] is \d+ and then/, method((e) => ({ agents: zeros(e).fill(calls++) }))],
  [
    'relabelling',
    /^agent 1 gets 1, and 0 when the agents stand in the order 1, 0$/,
    method(({ agents }) => ({ agents: agents.map((_, agent) => agent) }), { laws: { symmetry: 'always' } }),
  ],
];

describe('checkMethod', () => {
  it.each(faulty)('finds what is wrong with a method, and nothing else: %s %s', async (name, reason, broken) => {
    const findings = await check(broken);
    const [found, ...others] = violatedIn(findings).filter(({ check: one }) => one !== 'symmetry');
    expect([found?.check, others, conclusionOf(findings)]).toEqual([name, [], 'broken']);
    expect(found?.reason).toMatch(reason);
  });

  it('shrinks to the smallest game, of one agent and no terms', async () => {
    const [found] = violatedIn(await check(method((e) => ({ agents: zeros(e).fill(Number.NaN) }))));
    expect(found?.counterexample).toEqual({ kind: 'game', agents: ['a'], form: 'unanimity', constant: 0, terms: [] });
  });

  it('finds what is wrong on teams only, as a team and what was said', async () => {
    const onTeams = method((e) => ({ agents: zeros(e).fill(e.messages.length > 0 ? Number.NaN : 0) }));
    const [found] = violatedIn(await check(onTeams));
    expect(found).toMatchObject({ check: 'finite', counterexample: { team: { kind: 'team' }, messages: ['x', 'x'] } });
  });

  it('does not try laws on a method that is unsound', async () => {
    const findings = await check(method(() => ({ agents: [] }), { laws: { efficiency: 'always' } }));
    expect(findings.find(({ check: name }) => name === 'efficiency')).toMatchObject({
      verdict: 'not-tried',
      trials: 0,
    });
  });

  it('shows a law that is broken and not promised, and binds nobody to it', async () => {
    const findings = await check(method((e) => ({ agents: zeros(e) })));
    expect(findings.find(({ check: name }) => name === 'efficiency')).toMatchObject({
      claim: null,
      verdict: 'violated',
      counterexample: { kind: 'game', agents: ['a'] },
    });
    expect(conclusionOf(findings)).toBe('kept');
  });

  it('finds a broken promise', async () => {
    const findings = await check(method((e) => ({ agents: zeros(e) }), { laws: { efficiency: 'always' } }));
    expect(violatedIn(findings)).toMatchObject([{ check: 'efficiency', claim: 'always' }]);
  });

  it('says that nothing was learnt of a method that refuses everything, or of a promise that fits no answer', async () => {
    const refusing = await check(method((e) => ({ agents: zeros(e) }), { refuses: () => 'no time today' }));
    expect(conclusionOf(refusing)).toBe('unknown');
    expect(refusing.find(({ check: name }) => name === 'answers')).toMatchObject({
      verdict: 'not-applicable',
      reason: 'on games: no time today; on teams: no time today',
    });
    const messages = method(({ messages: said }) => ({ messages: said.map(() => 0) }), {
      laws: { efficiency: 'always' },
    });
    expect(conclusionOf(await check(messages))).toBe('unknown');
  });

  it('tells of every case before it is opened, and never goes back', async () => {
    const told: number[] = [];
    const onProgress = (done: number, total: number) => told.push(done / total);
    await checkMethod(selectMethod(c3, {}, 'test'), lawSubjects, { trials: 5, salt: 'x', onProgress });
    expect(told.length).toBeGreaterThanOrEqual(10);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBeLessThanOrEqual(1);
  });
});
