import { describe, expect, it } from 'vitest';
import { randomOf } from '../../../harness/random.ts';
import { mean } from '../../../harness/statistics/mean.ts';
import { sampleVariance } from '../../../harness/statistics/sample-variance.ts';
import { banzhafExact } from '../../../methods/semivalue/banzhaf-exact.ts';
import { betaShapley } from '../../../methods/semivalue/beta-shapley.ts';
import { firstIn } from '../../../methods/semivalue/first-in.ts';
import { asymmetricShapley } from '../../../methods/structured/asymmetric-shapley.ts';
import { myerson } from '../../../methods/structured/myerson.ts';
import { owenValue } from '../../../methods/structured/owen-value.ts';
import { weightedShapley } from '../../../methods/structured/weighted-shapley.ts';
import { answerOf } from '../on.ts';
import { creditOf, soug, tableGame } from './tables.ts';

/** The game with a worth of −½ to ½ added afresh to every evaluation, the given one too. */
const noisy = (seed: number) => {
  const game = tableGame(soug);
  const draw = randomOf('given', seed);
  return {
    ...game,
    episode: { ...game.episode, outcome: soug.at(-1)! + draw.float() - 0.5 },
    noise: 'sampled',
    open: ({ random }: Parameters<typeof game.open>[0]) => ({
      worth: async ({ words }: { readonly words: Uint32Array }) =>
        Float64Array.from(words, (mask) => soug[mask]! + random.float() - 0.5),
    }),
  } as const;
};

describe('where worth is sampled', () => {
  it.each([
    [banzhafExact, '', 33, 32],
    [betaShapley, 'alpha=2,beta=3', 16, 16],
    [firstIn, '', 17, 16],
    [owenValue, 'unions=a:b/c:d', 40, 36],
    [myerson, 'graph=a:b/c:d', 17, 16],
    [asymmetricShapley, 'order=a:b', 24, 24],
    [weightedShapley, 'weights=a:3', 35, 32],
  ])(
    'the mean over seeds is the exact value, for as many whole rounds as the budget allows: %#',
    async (method, options, budget, spends) => {
      const exact = await creditOf(method, soug, options);
      const credits: Float64Array[] = [];
      for (let seed = 0; seed < 300; seed++) {
        const { credit, spent } = await answerOf(method, noisy(seed), { options, budget, random: randomOf('s', seed) });
        expect(spent.evaluations).toBe(spends);
        credits.push(credit.agents!);
      }
      for (const [agent, value] of exact.entries()) {
        const own = credits.map((credit) => credit[agent]!);
        const standardError = Math.sqrt(sampleVariance(own) / own.length);
        expect(Math.abs(mean(own) - value)).toBeLessThan(4 * standardError);
        expect(standardError).toBeLessThan(0.05);
      }
    },
  );
});
