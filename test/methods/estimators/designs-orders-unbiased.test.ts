import { describe, it } from 'vitest';
import { games, orderSamplers } from './designs-games.ts';
import { expectUnbiased } from './designs-mean.ts';

const seeds = 150;

describe.each(orderSamplers)('%s', (_name, method, options) => {
  it.each(games)('is unbiased from n + 1 calls on: %s', async (_family, game) => {
    for (const budget of [7, 13, 40, 60]) await expectUnbiased(method, options, game, budget, seeds);
  });
});
