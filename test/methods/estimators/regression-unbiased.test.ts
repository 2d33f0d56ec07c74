import { describe, expect, it } from 'vitest';
import type { Access, Episode, Instance } from '../../../harness/contract.ts';
import { randomOf } from '../../../harness/random.ts';
import { kernelShap } from '../../../methods/shapley/kernel-shap.ts';
import { kernelShapUnbiased } from '../../../methods/shapley/kernel-shap-unbiased.ts';
import { leverageShap } from '../../../methods/shapley/leverage-shap.ts';
import { proxyEstimate } from '../../../methods/shapley/regression/proxy-estimate.ts';
import { answerOf } from '../on.ts';
import { meanOverSeeds } from './designs-mean.ts';
import { sixGames } from './regression-games.ts';

const games = sixGames(8);

/** |mean over seeds − φ| within 4 standard errors, plus `bias` of the root mean square of φ. */
async function expectMean(
  instance: Instance,
  seeds: number,
  bias: number,
  credit: (seed: number) => Promise<Float64Array>,
) {
  const truth = instance.truth().shapley!;
  const { mean, standardError } = await meanOverSeeds(seeds, truth.length, credit);
  const scale = Math.hypot(...truth) / Math.sqrt(truth.length);
  for (const [agent, value] of truth.entries())
    expect(Math.abs(mean[agent]! - value), `agent ${agent}`).toBeLessThan(
      4 * standardError[agent]! + bias * scale + 1e-9,
    );
}

describe.each(games)('on a %s game of eight agents', (_name, instance) => {
  it.each([
    ['in pairs', '', 6],
    ['in pairs', '', 60],
    ['in pairs', '', 230],
    ['one by one', 'paired=false', 5],
    ['one by one', 'paired=false', 61],
    ['one by one', 'paired=false', 230],
    ['with kernel sizes', 'sizes=kernel', 60],
  ])('the sum over coalitions %s is unbiased ([%s], %i calls)', async (_how, options, budget) => {
    await expectMean(instance, 100, 0, async (seed) => {
      const random = randomOf('sum', budget, seed);
      return (await answerOf(kernelShapUnbiased, instance, { options, budget, random })).credit.agents!;
    });
  });

  it.each([
    ['kernel-shap', kernelShap, ''],
    ['kernel-shap[paired=false]', kernelShap, 'paired=false'],
    ['kernel-shap[replacement=true]', kernelShap, 'replacement=true'],
    ['leverage-shap', leverageShap, ''],
  ])('%s has a bias below three hundredths of the credits', async (_id, method, options) => {
    await expectMean(instance, 60, 0.03, async (seed) => {
      return (await answerOf(method, instance, { options, budget: 120, random: randomOf('fit', seed) })).credit.agents!;
    });
  });

  it('a single cross-fitted proxy is unbiased, far from all coalitions and near to them', async () => {
    for (const calls of [90, 230])
      await expectMean(instance, 30, 0, async (seed) => {
        const access = rawAccess(instance, seed);
        return (await proxyEstimate(instance.episode, access, calls, ['linear'])).credit;
      });
  });
});

describe('trees', () => {
  it('are unbiased when corrected by what they have not seen', async () => {
    const [, instance] = games[1]!;
    await expectMean(instance, 30, 0, async (seed) => {
      return (await proxyEstimate(instance.episode, rawAccess(instance, seed), 150, ['trees'])).credit;
    });
  });
});

function rawAccess(
  { open }: Pick<Instance, 'open'> & { episode: Episode },
  seed: number,
): Pick<Access<'worth'>, 'worth' | 'random'> {
  const random = randomOf('proxy', seed);
  const { worth } = open({ random, generated: () => undefined });
  return { worth: worth!, random };
}
