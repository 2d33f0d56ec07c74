import { describe, expect, it } from 'vitest';
import { coalitionsOf } from '../../../harness/coalitions.ts';
import type { Probes } from '../../../harness/contract.ts';
import { noisyTrio } from './example-teams.ts';
import { grown } from './grown.ts';
import { opened } from './opened.ts';

const trio = grown(noisyTrio);
const said = ['bold', 'object', 'keep'];
const open = (seed = 'streams') => opened(trio, said, seed).probes;

const everyone = coalitionsOf(
  2,
  Array.from({ length: 30 }, () => [0, 1]),
);
const questions: Record<string, (probes: Probes) => Promise<unknown>> = {
  worth: async (probes) => [...(await probes.worth(everyone))],
  replay: async (probes) => (await probes.replay([{ step: 1, message: 'agree', count: 30 }])).map((row) => [...row]),
  sample: (probes) => probes.sample(2, 30),
  rollout: (probes) => probes.rollout(30),
};

describe.each(Object.entries(questions))('the answers of %s', (_, ask) => {
  it('are the same for the same question under the same stream, whatever else was asked before', async () => {
    const busy = open();
    for (const [name, other] of Object.entries(questions)) if (other !== ask) await other(busy).then(() => name);
    await busy.replay([{ step: 1, message: 'object', count: 3 }]);
    await busy.sample(2, 3, ['agree']);
    await busy.worth(coalitionsOf(2, [[0], [], [1]]));
    expect(await ask(busy)).toEqual(await ask(open()));
  });

  it('are fresh draws when it is asked again', async () => {
    const probes = open();
    expect(await ask(probes)).not.toEqual(await ask(probes));
  });

  it('are others under another stream', async () => {
    expect(await ask(open('a'))).not.toEqual(await ask(open('b')));
  });
});

describe('a question asked in parts', () => {
  it('gets the answers of the whole', async () => {
    const [whole, parts] = [open(), open()];
    const replay = (count: number) => ({ step: 0, then: { 2: 'drop' }, count });
    const [all] = await whole.replay([replay(20)]);
    const split = await parts.replay([replay(7), replay(13)]);
    expect(split.flatMap((row) => [...row])).toEqual([...all!]);
  });
});

describe('the same context', () => {
  it('gives the same samples, whether it was logged or is put instead', async () => {
    expect(await open().sample(2, 20, ['bold', 'object'])).toEqual(await open().sample(2, 20));
  });
});

describe('two questions of the same odds', () => {
  it('get answers of their own', async () => {
    const idle = { agent: 'critic', messages: ['hm', 'oh'], policy: [{ choose: [0.5, 0.5] }] };
    const coin = { agent: 'planner', messages: ['heads', 'tails'], policy: [{ choose: [0.5, 0.5] }] };
    const outcome = [{ when: ['*', 'heads'], score: 1 }, { score: 0 }];
    const flip = grown({ kind: 'team', agents: ['planner', 'critic'], range: [0, 1], steps: [idle, coin], outcome });
    const { probes } = opened(flip, ['hm', 'heads'], 'odds');
    const replay = (message: string) => ({ step: 0, message, count: 40 });
    const [hm, oh] = await probes.replay([replay('hm'), replay('oh')]);
    expect([...hm!]).not.toEqual([...oh!]);
  });
});
