import { describe, expect, it } from 'vitest';
import type { Instance } from '../../../harness/contract.ts';
import { randomOf } from '../../../harness/random.ts';
import { kernelShap } from '../../../methods/shapley/kernel-shap.ts';
import { leverageShap } from '../../../methods/shapley/leverage-shap.ts';
import { kernelFit, residualsOf } from '../../../methods/shapley/regression/kernel-fit.ts';
import { sampleUnits } from '../../../methods/shapley/regression/sample-units.ts';
import { coalitionSum } from '../../../methods/shapley/regression/unit-sum.ts';
import { agentNames } from '../../../tasks/games/agent-names.ts';
import { answerOf, gameOf } from '../on.ts';
import { sixGames } from './regression-games.ts';

const random = randomOf('identities');
const arbitrary = (agents: number, offset = 0) =>
  gameOf({
    agents: agentNames(agents),
    form: 'table',
    values: Array.from(
      { length: 2 ** agents },
      (_, mask) => offset + Math.round(1e4 * random.stream(agents, mask).float()) / 1e4,
    ),
  });

async function sampleOf(instance: Instance, calls: number, isPaired: boolean) {
  const { worth } = instance.open({ random, generated: () => undefined });
  const access = { worth: worth!, noise: 'none', random: random.stream('sample') } as const;
  const { agents, outcome } = instance.episode;
  return sampleUnits(agents.length, outcome, access, calls, { isPaired, shape: 'root', repeats: 'never' });
}

function expectClose(found: Float64Array, truth: ArrayLike<number>, digits: number): void {
  for (const [agent, value] of found.entries()) expect(value, `agent ${agent}`).toBeCloseTo(truth[agent]!, digits);
}

describe.each([true, false])('with every coalition (in pairs: %s)', (isPaired) => {
  it.each([2, 3, 4, 5, 6, 7])(
    'least squares and the sum over coalitions both give the Shapley value of %i agents',
    async (agents) => {
      const instance = arbitrary(agents);
      const { units, total, divisors } = await sampleOf(instance, 2 ** agents, isPaired);
      expectClose(kernelFit(units, total, divisors, 0), instance.truth().shapley!, 10);
      expectClose(coalitionSum(units, total, divisors), instance.truth().shapley!, 12);
    },
  );

  it('what least squares leaves over sums to no credit, at any sample', async () => {
    const { units, total, divisors } = await sampleOf(arbitrary(7), 60, isPaired);
    const left = residualsOf(units, total, kernelFit(units, total, divisors, 0));
    // Of a pair the difference is what counts, so it stands for both.
    const rest = { ...units, worths: left, complements: isPaired ? left.map(() => 0) : null };
    expectClose(coalitionSum(rest, 0, divisors), new Float64Array(7), 12);
    expect(Math.max(...left.map(Math.abs))).toBeGreaterThan(0.05);
  });
});

describe('kernel-shap', () => {
  it('is exact on independent contributions once its rows tell all agents apart', async () => {
    const contributions = [4, -2, 7, 0, 1, 1, 3, -5];
    const game = gameOf({ agents: agentNames(8), form: 'additive', contributions });
    for (const options of ['ridge=0', 'ridge=0,paired=false'])
      expectClose((await answerOf(kernelShap, game, { options, budget: 40 })).credit.agents!, contributions, 8);
  });

  it('is exact in pairs, and not one by one, where only pairs of agents interact', async () => {
    const [, game] = sixGames(9).find(([name]) => name === 'quadratic')!;
    const truth = game.truth().shapley!;
    const answer = async (options: string) =>
      (await answerOf(kernelShap, game, { options, budget: 90 })).credit.agents!;
    expectClose(await answer('ridge=0'), truth, 9);
    expectClose((await answerOf(leverageShap, game, { budget: 90 })).credit.agents!, truth, 9);
    const single = await answer('ridge=0,paired=false');
    expect(single.some((value, agent) => Math.abs(value - truth[agent]!) > 1e-3)).toBe(true);
  });

  it('does not lose digits to a large v(∅), nor change with it', async () => {
    for (const budget of [50, 256]) {
      const [plain, lifted] = [
        await answerOf(kernelShap, arbitrary(8), { budget }),
        await answerOf(kernelShap, arbitrary(8, 1e6), { budget }),
      ];
      expectClose(lifted.credit.agents!, plain.credit.agents!, 7);
    }
  });

  it('does not explode where pairs are about as many as agents, for its ridge', async () => {
    const [, game] = sixGames(12)[1]!;
    const truth = game.truth().shapley!;
    const errorOf = async (options: string) => {
      let error = 0;
      for (let seed = 0; seed < 20; seed++) {
        const { credit } = await answerOf(kernelShap, game, { options, budget: 26, random: randomOf('few', seed) });
        error += truth.reduce((sum, value, agent) => sum + (credit.agents![agent]! - value) ** 2, 0) / 20;
      }
      return error;
    };
    expect(await errorOf('')).toBeLessThan((await errorOf('ridge=0')) / 2);
  });
});
