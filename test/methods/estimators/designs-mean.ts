import { expect } from 'vitest';
import type { Instance } from '../../../harness/contract.ts';
import type { AnyMethod } from '../../../harness/define.ts';
import { randomOf } from '../../../harness/random.ts';
import { answerOf } from '../on.ts';
import { truthOf } from './designs-games.ts';

/** The mean over seeds is within 4 standard errors of the exact value, and these are not above `precision`. */
export async function expectUnbiased(
  method: AnyMethod,
  options: string,
  game: Instance,
  budget: number,
  seeds: number,
  precision = Number.POSITIVE_INFINITY,
): Promise<void> {
  const truth = truthOf(method, game);
  const { mean, standardError } = await meanOverSeeds(seeds, truth.length, async (seed) => {
    const random = randomOf('mean', budget, seed);
    return (await answerOf(method, game, { options, budget, random })).credit.agents!;
  });
  for (const [agent, value] of truth.entries()) {
    const error = Math.abs(mean[agent]! - value);
    expect(error, `agent ${agent}, budget ${budget}`).toBeLessThanOrEqual(4 * standardError[agent]! + 1e-9);
    expect(standardError[agent], `agent ${agent}, budget ${budget}`).toBeLessThan(precision);
  }
}

/** Mean over seeds and its standard error, per agent. */
export async function meanOverSeeds(
  seeds: number,
  agents: number,
  credit: (seed: number) => Promise<Float64Array>,
): Promise<{ mean: Float64Array; standardError: Float64Array }> {
  const [sums, squares] = [new Float64Array(agents), new Float64Array(agents)];
  for (let seed = 0; seed < seeds; seed++)
    for (const [agent, value] of (await credit(seed)).entries()) {
      sums[agent]! += value;
      squares[agent]! += value ** 2;
    }
  const mean = sums.map((sum) => sum / seeds);
  const standardError = squares.map((square, agent) => {
    return Math.sqrt(Math.max(0, square / seeds - mean[agent]! ** 2) / (seeds - 1));
  });
  return { mean, standardError };
}
