import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instance } from '../../harness/contract.ts';
import type { FailureRecord, SuccessRecord } from '../../harness/signals/audit-record.ts';
import { shapleyOfTable } from '../../harness/table-values.ts';
import { evaluationAligned } from '../../methods/shapley/evaluation-aligned.ts';
import { parseTeam } from '../../tasks/teams/read-team.ts';
import { relayWorld } from '../../tasks/teams/relay.ts';
import type { TeamFile } from '../../tasks/teams/team-file.ts';
import { answerOf, episodeSaying, teamOf } from './on.ts';
import { judgedTranscript, talkingGame } from './talking-game.ts';

const successOf = async (instance: Instance, options = '') =>
  (await answerOf(evaluationAligned, instance, { options })).credit.record as SuccessRecord;
const failureOf = async (instance: Instance, options = '') =>
  (await answerOf(evaluationAligned, instance, { options })).credit.record as FailureRecord;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Games of oracles.json, by bit mask. */
const tableOf = (agents: number, worth: (isIn: (agent: number) => boolean) => number) =>
  Array.from({ length: 2 ** agents }, (_, mask) => worth((agent) => (mask >> agent) % 2 === 1));
const saboteur = tableOf(3, (isIn) => (isIn(0) && isIn(1) ? (isIn(2) ? 0.5 : 1) : 0));
const freeRider = tableOf(3, (isIn) => (isIn(0) && isIn(1) ? 1 : 0));
const duplicates = tableOf(4, (isIn) => ([0, 1, 2, 3].some(isIn) ? 1 : 0));

describe('agent credit on success', () => {
  it('is the Shapley value of any game, and conserves it message by message', async () => {
    const tables = fc.integer({ min: 1, max: 5 }).chain((agents) => {
      return fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 2 ** agents, maxLength: 2 ** agents });
    });
    await fc.assert(
      fc.asyncProperty(tables, fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 8 }), async (values, said) => {
        const authors = said.map((agent) => agent % Math.log2(values.length));
        const rights = authors.map((_, step) => ((step * 7) % 5) / 4);
        const record = await successOf(talkingGame({ values, authors, rights, range: [0, 8] }), 'theta=0');
        expect(Object.values(record.agents)).toEqual([...shapleyOfTable(Float64Array.from(values))]);
        const shared = sum(record.messages.map(({ reward }) => reward)) + sum(Object.values(record.residual));
        expect(shared).toBeCloseTo(values.at(-1)! - values[0]!, 9);
        expect(record.worth).toEqual({ empty: values[0], grand: values.at(-1) });
        expect(record.luck).toBe(0);
      }),
    );
  });

  it.each([
    ['a saboteur is negative', saboteur, [1 / 3, 1 / 3, -1 / 6]],
    ['a free rider gets exactly 0', freeRider, [0.5, 0.5, 0]],
    ['duplicates share equally', duplicates, [0.25, 0.25, 0.25, 0.25]],
  ])('%s', async (_name, values, expected) => {
    const { agents } = await successOf(talkingGame({ values, rights: expected.map(() => 1) }), 'theta=0.5');
    for (const [agent, credit] of Object.values(agents).entries()) expect(credit).toBeCloseTo(expected[agent]!, 12);
    if (values === freeRider) expect(agents['a2']).toBe(0);
  });

  it('finds the saboteur, the free rider and the duplicates of a team that plays', async () => {
    const { duplicate, copy, rider, spoiler } = (await successOf(teamGame(cast), 'theta=0')).agents as Record<
      string,
      number
    >;
    expect(duplicate).toBeCloseTo(copy!, 12);
    expect(duplicate).toBeGreaterThan(0.1);
    expect(rider).toBe(0);
    expect(spoiler).toBeLessThan(-0.1);
  });

  it('books the luck of an episode to nobody', async () => {
    const said = episodeSaying(teamOf(relayWorld([0.1, 0.2, 0.05])), ['1', '1', '1']);
    const record = (await answerOf(evaluationAligned, said, { budget: 800 })).credit.record as SuccessRecord;
    expect(record.luck).toBe(1 - record.worth!.grand);
    expect(record.luck).toBeGreaterThan(0.1);
    expect(sum(Object.values(record.agents))).toBeCloseTo(record.worth!.grand - record.worth!.empty, 12);
  });

  it('conserves sampled permutations over the v(∅) and v(N) that were drawn', async () => {
    const said = episodeSaying(teamOf(relayWorld([0.1, 0.2, 0.05])), ['1', '1', '1']);
    for (const budget of [4, 8, 30]) {
      const answer = await answerOf(evaluationAligned, said, { budget, options: 'estimator=permutation' });
      const { worth, agents, estimator } = answer.credit.record as SuccessRecord;
      expect(estimator).toEqual({ id: 'shapley-permutation', noise: 'sampled', orders: Math.floor(budget / 4) });
      expect(sum(Object.values(agents))).toBeCloseTo(worth!.grand - worth!.empty, 12);
    }
  });
});

describe('labels that are differences in value', () => {
  it('sum to the outcome less the first value, for an exact critic and for replays', async () => {
    const team = teamOf(relayWorld([0.1, 0.2, 0.05]));
    const said = episodeSaying(team, ['0', '1', '1']);
    const exact = await successOf(said, 'labels=potential-difference,values=critic');
    expect(sum(exact.labels.map(({ value }) => value))).toBeCloseTo(1 - 179 / 250, 12);
    expect(exact.labels.map(({ value }) => value)).toEqual([...said.truth().advantage!]);
    const replayed = await successOf(said, 'labels=potential-difference,replays=40');
    expect(replayed.valuesFrom).toEqual({ id: 'replay', replays: 40 });
    expect(sum(replayed.labels.map(({ value }) => value))).toBeCloseTo(1 - replayed.values![0]!, 12);
  });
});

describe('what it costs', () => {
  const values = tableOf(4, (isIn) => [0, 1, 2, 3].filter(isIn).length / 4);
  const game = talkingGame({ values, rights: [1, 1, 1, 1] });

  it('is 2^n exactly, m(n − 1) + 2 in orders, and a judge call per message', async () => {
    expect((await answerOf(evaluationAligned, game)).spent).toMatchObject({ evaluations: 16, judgements: 4 });
    const one = await answerOf(evaluationAligned, game, { budget: 5 });
    expect(one.spent.evaluations).toBe(5);
    const seven = await answerOf(evaluationAligned, game, { budget: 25, options: 'estimator=permutation' });
    expect(seven.credit.record).toMatchObject({ estimator: { orders: 7 } });
    expect(seven.spent.evaluations).toBeLessThanOrEqual(7 * 3 + 2);
    await expect(answerOf(evaluationAligned, game, { budget: 4 })).rejects.toThrow('needs at least 5 evaluator calls');
  });

  it('is a judge call per message up to the error, or ⌈log₂ T⌉ + 1, where only the search asks', async () => {
    for (const steps of [1, 2, 5, 16, 33])
      for (let step = 0; step < steps; step++) {
        const transcript = judgedTranscript(Array.from({ length: steps }, (_, place) => (place < step ? 1 : 0)));
        const asked = async (search: string) =>
          (await answerOf(evaluationAligned, transcript, { options: `values=critic,verdicts=none,search=${search}` }))
            .spent;
        expect((await asked('linear')).judgements).toBe(step + 1);
        expect((await asked('binary')).judgements).toBeLessThanOrEqual(Math.ceil(Math.log2(steps)) + 1);
      }
  });

  it('of values is a continuation per context, and of alternatives one each', async () => {
    const said = episodeSaying(teamOf(relayWorld([0.1, 0.2, 0.05])), ['1', '0', '0']);
    const options = 'values=replay,replays=5,proposals=policy,alternatives=1';
    const { spent, credit } = await answerOf(evaluationAligned, said, { options });
    const tried = (credit.record as FailureRecord).steps.flatMap(({ alternatives }) => alternatives).length;
    expect(tried).toBeGreaterThan(0);
    expect(spent.evaluations).toBe(1 + 5 * 3 + 5 * tried);
  });
});

describe('gaming', () => {
  it('padding and repeating others earn nothing', async () => {
    const plain = (await successOf(teamGame(cast), 'theta=0')).agents;
    for (const pad of ['', 'good']) {
      const record = await successOf(teamGame(padded(cast, pad)), 'theta=0');
      for (const [name, credit] of Object.entries(plain)) {
        expect(record.agents[name]).toBeCloseTo(credit, 12);
        const own = record.messages.filter(({ agent }) => agent === name).map(({ reward }) => reward);
        expect(sum(own)).toBeCloseTo(credit, 12);
      }
    }
  });

  it('an error that its author repairs costs more than it earns', async () => {
    const own = judgedTranscript([1, 0, 1, 0], [0.5, 0.5, 0.1, 0.5]);
    const { classes, scalar, repairPays } = await failureOf(own, 'values=critic');
    expect(classes.map((one) => one.class)).toEqual(['pre-error', 'error', 'repair', 'failure-aligned']);
    expect(scalar[1]!.reward + scalar[2]!.reward).toBeLessThan(0);
    expect(repairPays).toBe(false);
    expect((await failureOf(own, 'values=critic,rho=1')).repairPays).toBe(true);
  });
});

/** Two who can each do the work, one who rides along, one who spoils it half the time. */
const cast: TeamFile = {
  kind: 'team',
  agents: ['duplicate', 'copy', 'rider', 'spoiler'],
  range: [0, 1],
  steps: ['duplicate', 'copy', 'rider', 'spoiler'].map((agent) => ({
    agent,
    messages: ['good', 'bad'],
    policy: [{ choose: agent === 'spoiler' ? [0.5, 0.5] : [1, 0] }],
    absent: [{ choose: agent === 'spoiler' ? [1, 0] : [0, 1] }],
  })),
  outcome: [
    { when: ['*', '*', '*', 'bad'], score: 0 },
    { when: ['good', '*', '*', '*'], score: 1 },
    { when: ['*', 'good', '*', '*'], score: 1 },
    { score: 0 },
  ],
};

/** The team whose first agent says one thing more at the end, present or not. */
function padded(team: TeamFile, text: string): TeamFile {
  const always = [{ choose: [1] }];
  const pad = { agent: team.agents[0]!, messages: [{ id: 'pad', text }], policy: always, absent: always };
  const outcome = team.outcome.map(({ when, score }) =>
    when === undefined ? { score } : { when: [...when, '*'], score },
  );
  return { ...team, steps: [...team.steps, pad], outcome };
}

/** The presence game of a team as its agents talk, with its exact worth. */
function teamGame(file: TeamFile): Instance {
  const { tree, truth } = teamOf(parseTeam(file, 'team.json'));
  const game = talkingGame({
    values: [...truth.presence()!],
    authors: tree.world.authors,
    rights: tree.world.authors.map((_, step) => (step % 3) / 2),
  });
  return { ...game, episode: { ...game.episode, agents: tree.world.agents } };
}
