import { describe, expect, it } from 'vitest';
import type { Instance } from '../../../harness/contract.ts';
import { randomOf } from '../../../harness/random.ts';
import type { Estimate } from '../../../methods/shapley/regression/estimate.ts';
import { kernelEstimate } from '../../../methods/shapley/regression/kernel-estimate.ts';
import { proxyEstimate } from '../../../methods/shapley/regression/proxy-estimate.ts';
import { sixGames } from './regression-games.ts';

const games = sixGames(10).slice(0, 4);
const seeds = 80;
const budget = 240;

function accessOf(instance: Instance, seed: number, limit = budget) {
  const random = randomOf('coverage', seed);
  const { worth } = instance.open({ random, generated: () => undefined });
  return { worth: worth!, random, noise: instance.noise, budget: { limit, spent: 1 } } as const;
}

/** The share of agents and seeds whose exact value lies within 1.96 standard errors. */
async function coverageOf(instance: Instance, estimate: (seed: number) => Promise<Estimate>): Promise<number> {
  const truth = instance.truth().shapley!;
  let within = 0;
  for (let seed = 0; seed < seeds; seed++) {
    const { credit, standardErrors } = await estimate(seed);
    if (!(standardErrors instanceof Float64Array)) throw new Error(standardErrors.undefined);
    for (const [agent, value] of truth.entries())
      if (Math.abs(credit[agent]! - value) <= 1.96 * standardErrors[agent]! + 1e-12) within++;
  }
  return within / (seeds * truth.length);
}

describe.each(games)('standard errors on a %s game', (_name, instance) => {
  it.each([
    ['the sum over coalitions', { isPaired: true, shape: 'root', isReplaced: false, fit: 'sum' }],
    ['the sum over single coalitions', { isPaired: false, shape: 'root', isReplaced: false, fit: 'sum' }],
    ['least squares', { isPaired: true, shape: 'kernel', isReplaced: false, fit: 'auto' }],
  ] as const)('cover the exact values from %s', async (_how, options) => {
    const share = await coverageOf(instance, (seed) => {
      return kernelEstimate(instance.episode, accessOf(instance, seed), options);
    });
    expect(share).toBeGreaterThan(0.89);
    expect(share).toBeLessThan(0.985);
  });

  it('cover the exact values from a cross-fitted proxy', async () => {
    const share = await coverageOf(instance, (seed) => {
      return proxyEstimate(instance.episode, accessOf(instance, seed), budget, ['linear']);
    });
    expect(share).toBeGreaterThan(0.89);
    expect(share).toBeLessThan(0.985);
  });
});

describe('where they do not exist', () => {
  const [, instance] = games[0]!;
  const options = { isPaired: true, shape: 'root', isReplaced: false, fit: 'sum' } as const;

  it('a reason is given', async () => {
    const few = await kernelEstimate(instance.episode, accessOf(instance, 0, 6), options);
    expect(few.standardErrors).toEqual({ undefined: expect.stringMatching(/^no coalition of size \d was drawn$/) });
    const fit = await kernelEstimate(instance.episode, accessOf(instance, 0, 20), { ...options, fit: 'auto' });
    expect(fit.standardErrors).toEqual({ undefined: '9 units cannot tell the error of 10 credits' });
  });

  it('they are zero once everything is known', async () => {
    const { standardErrors } = await kernelEstimate(instance.episode, accessOf(instance, 0, 1024), options);
    expect(standardErrors).toEqual(new Float64Array(10));
  });
});
