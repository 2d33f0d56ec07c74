import { describe, expect, it } from 'vitest';
import { answerOf } from '../on.ts';
import { games, samplers, truthOf } from './designs-games.ts';

describe.each(samplers)('%s', (_name, method, options) => {
  it.each(games)('is exact once the budget covers all 64 coalitions: %s', async (_family, game) => {
    for (const budget of [64, 65, 640, Number.POSITIVE_INFINITY]) {
      const { credit, spent } = await answerOf(method, game, { options, budget });
      for (const [agent, value] of truthOf(method, game).entries())
        expect(Math.abs(credit.agents![agent]! - value)).toBeLessThan(1e-9);
      expect(spent.evaluations).toBe(64);
    }
  });

  it.each(games)(
    'ends, close to the exact value, one or two calls short of all coalitions: %s',
    async (_family, game) => {
      const truth = truthOf(method, game);
      const scale = Math.max(...truth.map(Math.abs));
      for (const budget of [62, 63]) {
        const { credit, spent } = await answerOf(method, game, { options, budget });
        expect(spent.evaluations).toBeLessThanOrEqual(budget);
        for (const [agent, value] of truth.entries())
          expect(Math.abs(credit.agents![agent]! - value)).toBeLessThanOrEqual(0.5 * scale + 0.5);
      }
    },
  );
});
