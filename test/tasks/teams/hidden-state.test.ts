import { describe, expect, it } from 'vitest';
import type { Instance } from '../../../harness/contract.ts';
import { randomOf } from '../../../harness/random.ts';
import { c3 } from '../../../methods/counterfactual/c3.ts';
import { hiddenState, hiddenStateInstance } from '../../../tasks/teams/hidden-state.ts';
import { daysOf } from '../../../tasks/teams/hidden-state-days.ts';
import { pathOf, scoreOf } from '../../../tasks/teams/path.ts';
import { type StateTeam, visibleStateWorld } from '../../../tasks/teams/state-team.ts';
import { visibleState } from '../../../tasks/teams/visible-state.ts';
import { answerOf, episodeSaying, teamOf } from '../../methods/on.ts';
import { expectNear } from '../games/close.ts';
import { firstInstances } from './first-instances.ts';
import { still } from './still.ts';

const team: StateTeam = { prior: [0.5, 0.5], turns: 2, messages: 2, common: 0.05, particular: 0.3 };
const tables = randomOf('hidden state tables');
const days = daysOf(team, tables);
const twin = teamOf(visibleStateWorld(team, tables));

const hiddenOf = (actual: number, said: readonly string[]) => {
  const { tree } = days[actual]!;
  const path = pathOf(tree, said);
  return hiddenStateInstance('hidden', days, actual, { path, outcome: scoreOf(tree, path) });
};
const visibleOf = (actual: number, said: readonly string[]) => episodeSaying(twin, [`state-${actual}`, ...said]);

const transcripts = [0, 1].flatMap((actual) =>
  ['m0', 'm1'].flatMap((first) => ['m0', 'm1'].map((second) => [actual, [first, second]] as const)),
);
const opening = (random = randomOf('opening')) => ({ random, generated: () => {} });

/** Per message, how many standard errors the mean credit of c3 over many cells is away from the true advantage. */
async function biases(
  instance: Instance,
  options = 'mode=context,alternatives=3,replays=2',
  runs = 400,
): Promise<number[]> {
  const { advantage } = instance.truth();
  const sums = new Float64Array(advantage!.length);
  const squares = new Float64Array(advantage!.length);
  for (let run = 0; run < runs; run++) {
    const { credit } = await answerOf(c3, instance, { options, random: randomOf('hidden c3', run) });
    for (const [step, value] of credit.messages!.entries()) {
      sums[step]! += value;
      squares[step]! += value ** 2;
    }
  }
  return Array.from(sums, (sum, step) => {
    const mean = sum / runs;
    return (mean - advantage![step]!) / Math.sqrt((squares[step]! / runs - mean ** 2) / (runs - 1));
  });
}

describe('a hidden state', () => {
  it('has the truth of the state in which the episode was run, and so has its twin that says the state', () => {
    for (const [actual, said] of transcripts) {
      const hidden = hiddenOf(actual, said).truth().advantage!;
      expectNear(visibleOf(actual, said).truth().advantage!.subarray(1), hidden);
      expect(hiddenOf(1 - actual, said).truth().advantage).not.toEqual(hidden);
    }
  });

  it('says nothing of the state: the same transcript has the same probes in every state', async () => {
    for (const [, said] of transcripts.slice(0, 4)) {
      const answers = [0, 1].map(async (actual) => {
        const probes = hiddenOf(actual, said).open(opening());
        const replays = await probes.replay!([
          { step: 0, count: 20 },
          { step: 1, message: 'm1', count: 20 },
        ]);
        return { replays, policy: await probes.policy!(1), critic: await probes.critic!([0, 1]) };
      });
      const [one, other] = await Promise.all(answers);
      expect(one).toEqual(other);
    }
  });

  it('is drawn afresh by every replay and rollout: outcomes average over the states', async () => {
    const count = 4000;
    const values = days.map(({ truth }) => truth.values()[0]![0]!);
    const mean = (values[0]! + values[1]!) / 2;
    expect(Math.abs(values[0]! - values[1]!)).toBeGreaterThan(0.1);
    const probes = hiddenOf(0, ['m0', 'm1']).open(opening());
    const [replays] = await probes.replay!([{ step: 0, count }]);
    const outcomes = (await probes.rollout!(count)).map(({ outcome }) => outcome);
    for (const drawn of [[...replays!], outcomes]) {
      const found = drawn.reduce((sum, outcome) => sum + outcome, 0) / count;
      expect(Math.abs(found - mean)).toBeLessThanOrEqual(4 * Math.sqrt((mean * (1 - mean)) / count));
    }
    expectNear(await hiddenOf(1, ['m0', 'm1']).open(opening(still)).critic!([0]), [mean]);
  });

  it('is not reacted to by anybody: the days have the same menus with the same chances', () => {
    const [one, other] = days.map(({ tree }) => tree);
    expect(one!.layers.map(({ said }) => said)).toEqual(other!.layers.map(({ said }) => said));
    expect(one!.scores).not.toEqual(other!.scores);
  });

  it('leaves the critic one error of the declared size, and not a mean of one per state', async () => {
    const count = 2000;
    const { noise } = days[0]!.tree.world.critic!;
    const [exact] = await hiddenOf(0, ['m0', 'm1']).open(opening(still)).critic!([0]);
    let squares = 0;
    for (let seed = 0; seed < count; seed++) {
      const [value] = await hiddenOf(0, ['m0', 'm1']).open(opening(randomOf('critic', seed))).critic!([0]);
      squares += (value! - exact!) ** 2;
    }
    expect(Math.abs(squares / count / noise ** 2 - 1)).toBeLessThanOrEqual(4 * Math.sqrt(2 / count));
  });

  it('biases c3 by more than 4 standard errors, for the assumption of replays is violated', async () => {
    let worst = 0;
    for (const [actual, said] of transcripts)
      worst = Math.max(worst, ...(await biases(hiddenOf(actual, said))).map(Math.abs));
    expect(worst).toBeGreaterThan(4);
  });
});

describe('the visible twin of a hidden state', () => {
  it('leaves c3 without a bias: every mean is within 4 standard errors of the truth', async () => {
    for (const [actual, said] of transcripts)
      for (const bias of await biases(visibleOf(actual, said))) expect(Math.abs(bias)).toBeLessThanOrEqual(4);
  });
});

it('the title of hidden-state says which assumption it violates', () => {
  expect(hiddenState.title).toContain('violates "the transcript is the state"');
});

it.each([hiddenState, visibleState])('$id offers no worth, for a state is not an agent', (task) => {
  expect(task.offers).not.toContain('worth');
  expect(task.estimands).toEqual(['realised', 'advantage']);
  for (const instance of firstInstances(task, 20)) {
    expect(Object.keys(instance.open(opening())).toSorted()).toEqual(task.offers.toSorted());
    expect(Object.keys(instance.truth()).toSorted()).toEqual(task.estimands!.toSorted());
  }
});
