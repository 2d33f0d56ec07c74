import { describe, it } from 'vitest';
import { banzhafMsr } from '../../../methods/semivalue/banzhaf-msr.ts';
import { games, orderSamplers, samplers } from './designs-games.ts';
import { expectUnbiased } from './designs-mean.ts';

/** Below one sweep of the strata, between, and where most of the 64 coalitions are known; few calls are noisy and cheap. */
const budgets = [3, 9, 14, 27, 60];
const seedsFor = (budget: number) => (budget < 9 ? 400 : 100);

describe.each(samplers.filter(([name]) => !orderSamplers.some(([one]) => one === name)))(
  '%s',
  (_name, method, options) => {
    it.each(games)('is unbiased at every budget: %s', async (_family, game) => {
      for (const budget of budgets) await expectUnbiased(method, options, game, budget, seedsFor(budget));
    });
  },
);

describe('banzhaf-msr', () => {
  it('is unbiased from 2 calls', async () => {
    for (const [, game] of games) await expectUnbiased(banzhafMsr, '', game, 2, 400);
  });
});
