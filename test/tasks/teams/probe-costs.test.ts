import { describe, expect, it } from 'vitest';
import { coalitionsOf } from '../../../harness/coalitions.ts';
import type { Probes } from '../../../harness/contract.ts';
import { dyad, noisyTrio } from './example-teams.ts';
import { grown } from './grown.ts';
import { opened } from './opened.ts';

const trio = grown(noisyTrio);
const said = ['bold', 'object', 'keep'];

const priced: [question: string, messages: number, ask: (probes: Probes) => Promise<unknown>][] = [
  ['worth of nobody', 0, (probes) => probes.worth(coalitionsOf(2, [[]]))],
  ['worth of the planner, who speaks twice', 2, (probes) => probes.worth(coalitionsOf(2, [[0]]))],
  ['worth of three coalitions', 2 + 1 + 3, (probes) => probes.worth(coalitionsOf(2, [[0], [1], [0, 1]]))],
  ['a replay from the start', 3 * 5, (probes) => probes.replay([{ step: 0, count: 5 }])],
  ['a replay after a forced message', 2 * 5, (probes) => probes.replay([{ step: 0, message: 'bold', count: 5 }])],
  ['a replay of the last step, forced', 0, (probes) => probes.replay([{ step: 2, message: 'keep', count: 5 }])],
  [
    'a replay with two messages forced',
    1 * 4,
    (probes) => probes.replay([{ step: 0, message: 'bold', then: { 2: 'drop' }, count: 4 }]),
  ],
  [
    'two replays at once',
    2 * 1 + 1 * 2,
    (probes) =>
      probes.replay([
        { step: 1, count: 1 },
        { step: 2, count: 2 },
      ]),
  ],
  ['samples', 6, (probes) => probes.sample(1, 6)],
  ['rollouts', 3 * 4, (probes) => probes.rollout(4)],
  [
    'judge, critic and policy',
    0,
    (probes) => Promise.all([probes.judge([0, 1]), probes.critic([2]), probes.policy(1)]),
  ],
];

describe('messages are counted as they are generated:', () => {
  it.each(priced)('%s costs %d', async (_, messages, ask) => {
    const { probes, generated } = opened(trio, said, 'costs');
    await ask(probes);
    expect(generated.messages).toBe(messages);
  });
});

describe('a question about a message that cannot be said is refused:', () => {
  const keep = 'planner cannot say "stay" at step 2; its messages are keep, change, drop';
  const object = 'critic cannot say "shrug" at step 1; its messages are agree, object';
  it.each<[string, string, (probes: Probes) => Promise<unknown>]>([
    ['in a replay', object, (probes) => probes.replay([{ step: 1, message: 'shrug', count: 1 }])],
    ['later in a replay', keep, (probes) => probes.replay([{ step: 1, then: { 2: 'stay' }, count: 1 }])],
    ['instead of what was said', object, (probes) => probes.sample(2, 1, ['shrug'])],
  ])('%s', async (_, message, ask) => {
    const { probes, generated } = opened(trio, said, 'bad');
    await expect(ask(probes)).rejects.toThrow(expect.objectContaining({ code: 'bad-question', message }));
    expect(generated.messages).toBe(0);
  });
});

describe('a probe is offered', () => {
  const [first, second] = dyad.steps;
  const names = (parts: Partial<typeof dyad>) =>
    Object.keys(opened(grown({ ...dyad, ...parts }), ['ok', 'right'], 'offers').probes).toSorted();

  it('worth only where every step has a null, judge only where errors are declared', () => {
    const always = ['critic', 'policy', 'replay', 'rollout', 'sample'];
    expect(names({})).toEqual([...always, 'judge', 'worth'].toSorted());
    expect(names({ errors: undefined })).toEqual([...always, 'worth'].toSorted());
    expect(names({ steps: [first!, second!].map((step) => ({ ...step, absent: undefined })) })).toEqual(
      [...always, 'judge'].toSorted(),
    );
  });
});
