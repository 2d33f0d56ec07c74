import { describe, expect, it } from 'vitest';
import { randomOf } from '../../harness/random.ts';
import { shapleyOfTable } from '../../harness/table-values.ts';
import { coma } from '../../methods/decomposition/coma.ts';
import { fitInteractions } from '../../methods/decomposition/interaction-model.ts';
import { lica } from '../../methods/decomposition/lica.ts';
import { qmix } from '../../methods/decomposition/qmix.ts';
import { qplex } from '../../methods/decomposition/qplex.ts';
import { sqddpg } from '../../methods/decomposition/sqddpg.ts';
import { vdn } from '../../methods/decomposition/vdn.ts';
import { climbingPayoffs, penaltyPayoffs, qtranPayoffs } from '../../tasks/teams/matrix-game.ts';
import { relayWorld } from '../../tasks/teams/relay.ts';
import { playedGame } from './matrix-episodes.ts';
import { answerOf, episodeSaying, freshEpisode, teamOf } from './on.ts';

const uniform = [1 / 3, 1 / 3, 1 / 3];
const nine = 'training=9,prior=0.0000001';
const expectClose = (found: ArrayLike<number>, expected: readonly number[], digits = 5) => {
  expect(found).toHaveLength(expected.length);
  for (const [at, value] of expected.entries()) expect(found[at]).toBeCloseTo(value, digits);
};

describe.each([
  ['climbing', climbingPayoffs, [-26 / 9, -20 / 9, 46 / 9], [-26 / 9, -38 / 9, 64 / 9], 52 / 3],
  ['penalty of −100', penaltyPayoffs(-100), [-92 / 9, 184 / 9, -92 / 9], [-92 / 9, 184 / 9, -92 / 9], 40],
  ['qtran', qtranPayoffs, [-8 / 9, 4 / 9, 4 / 9], [-8 / 9, 4 / 9, 4 / 9], 40 / 3],
] as const)('on %s, played uniformly and seen whole', (_name, payoffs, ofRows, ofColumns, counterfactual) => {
  const at = playedGame(payoffs, [uniform, uniform]);

  it.each([
    ['vdn', vdn],
    ['lica', lica],
  ] as const)('%s gives both agents their marginal advantage', async (_method, method) => {
    for (const action of [0, 1, 2]) {
      const { credit } = await answerOf(method, at(action, 2 - action), { options: nine });
      expectClose(credit.messages!, [ofRows[action]!, ofColumns[2 - action]!]);
    }
  });

  it('coma gives both agents what the outcome loses under another action at (0, 0)', async () => {
    const { credit } = await answerOf(coma, at(0, 0), { options: nine });
    expectClose(credit.messages!, [counterfactual, counterfactual]);
  });
});

describe('under other policies', () => {
  const policies = [
    [0.2, 0.3, 0.5],
    [0.6, 0.1, 0.3],
  ] as const;
  const at = playedGame(climbingPayoffs, policies);
  const expectedOf = (row: number) =>
    climbingPayoffs[row]!.reduce((sum, pay, column) => sum + pay * policies[1][column]!, 0);

  it('lica is the advantage of the first message, whoever played what in training', async () => {
    const mean = policies[0].reduce((sum, chance, row) => sum + chance * expectedOf(row), 0);
    const { credit } = await answerOf(lica, at(2, 0), { options: nine });
    expect(credit.messages![0]).toBeCloseTo(expectedOf(2) - mean, 5);
  });

  it('vdn is its utility less the mean utility under the policy of the context', async () => {
    const { credit } = await answerOf(vdn, at(2, 0), { options: nine });
    const rowMeans = climbingPayoffs.map((row) => row.reduce((sum, pay) => sum + pay / 3, 0));
    const instead = policies[0].reduce((sum, chance, row) => sum + chance * rowMeans[row]!, 0);
    expect(credit.messages![0]).toBeCloseTo(rowMeans[2]! - instead, 5);
  });

  it('coma holds the other action fixed', async () => {
    const { credit } = await answerOf(coma, at(1, 2), { options: nine });
    const column = policies[0].reduce((sum, chance, row) => sum + chance * climbingPayoffs[row]![2]!, 0);
    expectClose(credit.messages!, [climbingPayoffs[1]![2]! - column, climbingPayoffs[1]![2]! - expectedOf(1)]);
  });
});

describe('qmix', () => {
  it('is vdn on a sum of utilities, with either read-out', async () => {
    const at = playedGame(
      [
        [1, 3, 4],
        [3, 5, 6],
        [0, 2, 3],
      ],
      [uniform, uniform],
    );
    const sum = (await answerOf(vdn, at(1, 0), { options: nine })).credit.messages!;
    for (const readout of ['slope', 'coma']) {
      const { credit } = await answerOf(qmix, at(1, 0), { options: `${nine},readout=${readout}` });
      expectClose(credit.messages!, [...sum]);
    }
  });

  it('reads AND out as COMA does once it fits it', async () => {
    const half = [1 / 2, 1 / 2];
    const at = playedGame(
      [
        [0, 0],
        [0, 1],
      ],
      [half, half],
    );
    const { credit } = await answerOf(qmix, at(1, 1), {
      options: 'training=4,prior=0.0000001,readout=coma,iterations=2000',
    });
    expectClose(credit.messages!, [1 / 2, 1 / 2], 2);
  });
});

describe('qplex', () => {
  it('gives regrets: 0 to the best pair, at most 0 elsewhere', async () => {
    const half = [1 / 2, 1 / 2];
    const at = playedGame(
      [
        [0, 1],
        [1, 8],
      ],
      [half, half],
    );
    const options = 'training=4,prior=0.0000001,iterations=1000';
    expectClose((await answerOf(qplex, at(1, 1), { options })).credit.messages!, [0, 0]);
    for (const [row, column, payoff] of [
      [0, 0, 0],
      [0, 1, 1],
      [1, 0, 1],
    ] as const) {
      const { messages } = (await answerOf(qplex, at(row, column), { options })).credit;
      expect(messages![0]! + messages![1]!).toBeCloseTo(payoff - 8, 1);
      expect(Math.max(...messages!)).toBeLessThanOrEqual(0);
    }
  });
});

describe('sqddpg', () => {
  it('is the Shapley value of its critic with absent messages zeroed, by enumeration', async () => {
    const team = teamOf(relayWorld([0.3, 0.2, 0.4]));
    for (let seed = 0; seed < 10; seed++) {
      const random = randomOf('sqddpg', seed);
      const instance = freshEpisode(team, random.stream('episode'));
      const { credit } = await answerOf(sqddpg, instance, { options: 'training=30', random });
      const fresh = await instance.open({ random: random.stream('task'), generated: () => {} }).rollout!(30);
      const { value, constant } = fitInteractions(fresh, 2, 1);
      const texts = instance.episode.messages.map(({ text }) => text);
      const worths = Float64Array.from({ length: 8 }, (_, mask) =>
        value(texts.map((text, step) => ((mask >> step) & 1 ? text : 'nobody said this'))),
      );
      expect(worths[0]).toBe(constant);
      expectClose(credit.messages!, [...shapleyOfTable(worths)], 10);
      expect(credit.messages!.reduce((sum, one) => sum + one, 0)).toBeCloseTo(value(texts) - constant, 10);
    }
  });
});

describe('learned decompositions', () => {
  const world = relayWorld([0.3, 0.2, 0.4]);
  const instance = episodeSaying(teamOf({ ...world, agents: world.agents.slice(0, 2), authors: [0, 1, 0] }), [
    '1',
    '0',
    '0',
  ]);
  const all = [vdn, qmix, qplex, sqddpg, lica, coma];

  it('pay for their training, fill a budget and say what they need', async () => {
    for (const method of all) {
      expect((await answerOf(method, instance, { options: 'training=20' })).spent.evaluations).toBe(21);
      expect((await answerOf(method, instance, { budget: 9 })).spent.evaluations).toBe(9);
      await expect(answerOf(method, instance, { budget: 1 })).rejects.toThrow('needs at least 2 evaluator calls');
    }
  });

  it('give an agent the sum of its messages', async () => {
    for (const method of [vdn, qmix, qplex, sqddpg]) {
      const { agents, messages } = (await answerOf(method, instance, { options: 'training=20' })).credit;
      expectClose(agents!, [messages![0]! + messages![2]!, messages![1]!], 12);
    }
  });

  it('credit nothing where every fresh episode was worth the same', async () => {
    const sure = episodeSaying(teamOf(relayWorld([0, 0])), ['1', '1']);
    for (const method of all)
      expectClose((await answerOf(method, sure, { options: 'training=6' })).credit.messages!, [0, 0], 12);
  });
});
