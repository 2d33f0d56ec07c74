import { describe, expect, it } from 'vitest';
import type { Instance } from '../../harness/contract.ts';
import { type Random, randomOf } from '../../harness/random.ts';
import { c3 } from '../../methods/counterfactual/c3.ts';
import { answerOf } from './on.ts';

/** One message, its alternatives fixed, each right with its own probability: only replay noise is left (c3.md §5). */
function fixedAlternatives(rates: readonly number[]): Instance {
  return {
    id: 'fixed',
    episode: {
      agents: [{ id: 'a', role: 'a' }],
      problem: '',
      messages: [{ agent: 0, text: '0' }],
      outcome: 1,
      range: [0, 1],
    },
    noise: 'sampled',
    truth: () => ({}),
    open: ({ random }) => ({
      sample: async () => rates.slice(1).map((_, index) => String(index + 1)),
      replay: async (requests) =>
        requests.map(({ message, count }) => draws(random.stream(message!), rates[Number(message)]!, count)),
    }),
  };
}

function draws(random: Random, rate: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, () => (random.float() < rate ? 1 : 0));
}

describe('the noise law of c3', () => {
  it.each([
    [2, 4],
    [4, 2],
    [8, 1],
    [4, 4],
  ])('Var(A | alternatives) is the replay noise of the message and of its baseline: n = %i, c = %i', async (n, c) => {
    const rates = Array.from({ length: n }, (_, index) => 0.2 + (0.6 * index) / n);
    const instance = fixedAlternatives(rates);
    const credits: number[] = [];
    for (let seed = 0; seed < 6000; seed++) {
      const options = `mode=context,alternatives=${n},replays=${c}`;
      credits.push(
        (await answerOf(c3, instance, { options, random: randomOf('noise', n, c, seed) })).credit.messages![0]!,
      );
    }
    const mean = credits.reduce((sum, credit) => sum + credit, 0) / credits.length;
    const variance = credits.reduce((sum, credit) => sum + (credit - mean) ** 2, 0) / (credits.length - 1);
    // The law takes s² as the mean over alternatives; of the logged message alone it is exactly this.
    const spread = (rate: number) => rate * (1 - rate);
    const others = rates.slice(1).reduce((sum, rate) => sum + spread(rate), 0);
    const exact = (spread(rates[0]!) + others / (n - 1) ** 2) / c;
    expect(Math.abs(variance / exact - 1)).toBeLessThan(4 * Math.sqrt(2 / credits.length));
  });

  it.each([
    [2, 4, 0.125],
    [4, 2, 0.1667],
    [8, 1, 0.2857],
    [4, 4, 0.0833],
  ])('gives the published value at s² = ¼: n = %i, c = %i, %f', async (n, c, published) => {
    const instance = fixedAlternatives(new Array<number>(n).fill(0.5));
    let squares = 0;
    const seeds = 8000;
    for (let seed = 0; seed < seeds; seed++) {
      const options = `mode=context,alternatives=${n},replays=${c}`;
      const { credit } = await answerOf(c3, instance, { options, random: randomOf('law', n, c, seed) });
      squares += credit.messages![0]! ** 2;
    }
    expect(Math.abs(squares / seeds / ((0.25 * n) / (c * (n - 1))) - 1)).toBeLessThan(0.05);
    expect(Math.abs((0.25 * n) / (c * (n - 1)) - published)).toBeLessThan(5e-5);
  });
});
