import { describe, expect, it } from 'vitest';
import { checkTask } from '../../harness/conformance/check-task.ts';
import { conclusionOf } from '../../harness/conformance/finding.ts';
import type { Instance, Task, Truth } from '../../harness/contract.ts';
import { type Random, randomOf } from '../../harness/random.ts';
import { tasks } from '../../tasks/catalog.ts';

const check = (task: Task) => checkTask(task, { trials: 6, draws: 128, salt: 'conformance test' });
const named = (id: string) => tasks.find((task) => task.id === id)!;

/** A task of the box with every instance changed. */
const changed = (task: Task, change: (instance: Instance, random: Random) => object): Task => ({
  ...task,
  *instances(random) {
    for (const instance of task.instances(random)) yield { ...instance, ...change(instance, random) };
  },
});
const [additive, relay] = [named('additive'), named('relay')];
const truthOf = (instance: Instance, change: (truth: Truth) => object) => ({
  truth: () => ({ ...instance.truth(), ...change(instance.truth()) }),
});
const offBy = (values: Float64Array | undefined, by: number) => values!.map((value) => value + by);
const episodeOf = ({ episode }: Instance, change: object) => ({ episode: { ...episode, ...change } });
let draws = 0;

const faulty: [string, RegExp, Task][] = [
  ['instances', /it has no instances/, { ...additive, instances: () => [] }],
  ['instances', /it has 1 instances and no more/, { ...additive, instances: (random) => firstOf(additive, random) }],
  ['instances', /two instances are called "one"/, changed(additive, () => ({ id: 'one' }))],
  [
    'instances',
    /threw TypeError: broken/,
    {
      ...additive,
      instances: () => {
        throw new TypeError('broken');
      },
    },
  ],
  ['episodes', /its range is/, changed(additive, (one) => episodeOf(one, { outcome: 1e9 }))],
  [
    'episodes',
    /two agents are called "a"/,
    changed(additive, (one) => episodeOf(one, { agents: one.episode.agents.map(() => ({ id: 'a', role: '' })) })),
  ],
  ['episodes', /undefined stands where/, changed(additive, (one) => episodeOf(one, { problem: undefined }))],
  ['episodes', /its noise is "some"/, changed(additive, () => ({ noise: 'some' }))],
  [
    'determinism',
    /is another one when drawn again/,
    changed(additive, (one) => episodeOf(one, { problem: String(draws++) })),
  ],
  [
    'determinism',
    /the same for every seed/,
    { ...additive, instances: () => additive.instances({ stream: () => fixedRandom } as unknown as Random) },
  ],
  [
    'determinism',
    /it is fixed, and its instances change/,
    { ...additive, fixed: true, instances: (random) => firstOf(additive, random) },
  ],
  ['offers', /it answers worth; the task offers replay, worth/, { ...additive, offers: ['worth', 'replay'] }],
  [
    'offers',
    /its worth of the whole team is/,
    changed(additive, (one) => episodeOf(one, { outcome: one.episode.range[0], range: one.episode.range })),
  ],
  [
    'offers',
    /judge answers 2; expected a probability/,
    changed(named('repairable-error'), (one) => ({
      open: (opening: never) => ({
        ...one.open(opening),
        judge: async (steps: number[]) => Float64Array.from(steps, () => 2),
      }),
    })),
  ],
  [
    'offers',
    /answers otherwise when asked again with the same randomness/,
    changed(relay, (one) => ({
      open: (opening: never) => ({
        ...one.open(opening),
        critic: async (steps: number[]) => Float64Array.from(steps, () => draws++),
      }),
    })),
  ],
  [
    'offers',
    /the probabilities of policy add up to 0.5/,
    changed(relay, (one) => ({
      open: (opening: never) => ({ ...one.open(opening), policy: async () => [{ message: 'x', probability: 0.5 }] }),
    })),
  ],
  [
    'truth',
    /the truth of shapley has 1 numbers/,
    changed(additive, (one) => truthOf(one, () => ({ shapley: Float64Array.of(1) }))),
  ],
  ['truth', /the task's estimands are shapley$/, { ...additive, estimands: ['shapley'] }],
  ['truth', /has no standard errors; the task says it is sampled/, { ...additive, truth: 'sampled' }],
  [
    'worth',
    /the truth of shapley gives agent 0 .*; enumeration of its worth gives/,
    changed(additive, (one) => truthOf(one, ({ shapley }) => ({ shapley: offBy(shapley, 1e-6) }))),
  ],
  [
    'worth',
    /the truth of removal gives agent 0 .*; a sample of its worth gives .* ±/,
    changed(relay, (one) => truthOf(one, ({ removal }) => ({ removal: offBy(removal, 0.6) }))),
  ],
  [
    'replay',
    /the truth gives message 0 an advantage of .*; replays give .* ±/,
    changed(relay, (one) => truthOf(one, ({ advantage }) => ({ advantage: offBy(advantage, 0.6) }))),
  ],
];

const fixedRandom: Random = { float: () => 0.5, below: () => 1, stream: () => fixedRandom };

function* firstOf(task: Task, random: Random): Generator<Instance> {
  for (const instance of task.instances(random)) {
    yield instance;
    return;
  }
}

describe('checkTask', () => {
  it.each(faulty)('finds what is wrong with a task: %s %s', async (name, reason, broken) => {
    const findings = await check(broken);
    const violated = findings.filter(({ verdict }) => verdict === 'violated');
    expect(violated.map(({ check: one }) => one)).toEqual([name]);
    expect(violated[0]?.reason).toMatch(reason);
    expect(conclusionOf(findings)).toBe('broken');
  });

  it.each(['additive', 'glove', 'voting-bodies', 'relay', 'repairable-error', 'word-problems'])(
    'holds %s to be sound',
    async (id) => {
      const findings = await check(named(id));
      expect(findings.filter(({ verdict }) => verdict !== 'held' && verdict !== 'not-applicable')).toEqual([]);
      expect(findings.find(({ check: one }) => one === 'worth')).toMatchObject({ verdict: 'held' });
      expect(conclusionOf(findings)).toBe('kept');
    },
  );

  it('says why a task is not here, and that nothing was learnt', async () => {
    const findings = await check({ ...additive, unavailable: () => 'its data is elsewhere' });
    expect(findings).toMatchObject([
      { check: 'instances', verdict: 'not-applicable', reason: 'its data is elsewhere' },
    ]);
    expect(conclusionOf(findings)).toBe('unknown');
  });

  it('leaves out what would be sampled where no draws are asked for', async () => {
    const findings = await checkTask(relay, { trials: 2, draws: 0, salt: 'x' });
    expect(findings.slice(-2).map(({ verdict }) => verdict)).toEqual(['not-applicable', 'not-applicable']);
  });

  it('names the smallest instance with the fault', async () => {
    const broken = changed(additive, (one) => truthOf(one, ({ shapley }) => ({ shapley: offBy(shapley, 1) })));
    const found = (await check(broken)).find(({ verdict }) => verdict === 'violated')!;
    const drawn: Instance[] = [];
    for (const one of additive.instances(randomOf('conformance test', 'conformance', 'additive', 'instances')))
      if (drawn.push(one) >= 6) break;
    const least = Math.min(...drawn.map(({ episode }) => episode.agents.length));
    expect(drawn.find(({ id }) => id === found.counterexample)?.episode.agents).toHaveLength(least);
  });
});
