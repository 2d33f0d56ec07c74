import { describe, it } from 'vitest';
import { gameOf } from '../on.ts';
import { names, samplers } from './designs-games.ts';
import { expectUnbiased } from './designs-mean.ts';

describe('a synergy of ten agents', () => {
  const agents = names(10);
  const game = gameOf({ agents, form: 'unanimity', terms: [{ members: agents, coefficient: 1 }] });

  // Equal weights on ten points of [0, 1], both ends included, give 0.148 each.
  it.each(samplers.filter(([name]) => name.startsWith('owen')))(
    'is worth 1/10 each to %s',
    async (_name, method, options) => {
      await expectUnbiased(method, options, game, 200, 400, 0.011);
    },
  );
});

describe('a budget far below one sweep of the strata', () => {
  const agents = names(8);
  const terms = [
    { members: agents.slice(0, 6), coefficient: 2 },
    { members: agents.slice(3), coefficient: 1 },
    { members: ['a0'], coefficient: -1 },
  ];
  const game = gameOf({ agents, form: 'unanimity', terms });

  // Strata filled in order of size and averaged where they are not empty are 0.67 off.
  it.each(samplers.filter(([name]) => /stratified|svarm/.test(name)))(
    'leaves %s unbiased at n = 8, 100 calls',
    async (_name, method, options) => {
      await expectUnbiased(method, options, game, 100, 300, 0.06);
    },
  );
});
