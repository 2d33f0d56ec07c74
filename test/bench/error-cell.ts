import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustScore, selected } from './cells.ts';
import { shipped } from './shipped.ts';

const { gameInstance } = await shipped<typeof import('../../tasks/games/instance.ts')>('tasks/games/instance.ts');
const { kernelShap } = await shipped<typeof import('../../methods/shapley/kernel-shap.ts')>(
  'methods/shapley/kernel-shap.ts',
);
const { kernelShapUnbiased } = await shipped<typeof import('../../methods/shapley/kernel-shap-unbiased.ts')>(
  'methods/shapley/kernel-shap-unbiased.ts',
);
const { leverageShap } = await shipped<typeof import('../../methods/shapley/leverage-shap.ts')>(
  'methods/shapley/leverage-shap.ts',
);
const { proxyShap } = await shipped<typeof import('../../methods/shapley/proxy-shap.ts')>(
  'methods/shapley/proxy-shap.ts',
);
const { randomOf } = await shipped<typeof import('../../harness/random.ts')>('harness/random.ts');
const { readGame } = await shipped<typeof import('../../tasks/games/file.ts')>('tasks/games/file.ts');
const { shapley } = await shipped<typeof import('../../methods/shapley/shapley.ts')>('methods/shapley/shapley.ts');
const { shapleyOrthogonal } = await shipped<typeof import('../../methods/shapley/shapley-orthogonal.ts')>(
  'methods/shapley/shapley-orthogonal.ts',
);
const { shapleyPermutation } = await shipped<typeof import('../../methods/shapley/shapley-permutation.ts')>(
  'methods/shapley/shapley-permutation.ts',
);
const { svarm } = await shipped<typeof import('../../methods/shapley/svarm.ts')>('methods/shapley/svarm.ts');

/** What is measured, by the name it has in the table. */
export const estimators = {
  shapley: selected(shapley),
  'proxy-shap': selected(proxyShap),
  svarm: selected(svarm),
  'leverage-shap': selected(leverageShap),
  'kernel-shap': selected(kernelShap),
  'kernel-shap-unbiased': selected(kernelShapUnbiased),
  'shapley-orthogonal': selected(shapleyOrthogonal),
  'shapley-permutation': selected(shapleyPermutation),
};

/** One estimate of one game: `error` is (1/n) Σ (estimate − exact)². */
export type ErrorCell = {
  readonly family: string;
  readonly agents: number;
  readonly budget: number;
  readonly method: string;
  readonly game: number;
  readonly seed: number;
  readonly error: number;
  readonly seconds: number;
};

/** Runs one cell through the meter. @throws Error where the method is unknown, refuses or fails */
export async function errorCell(data: string, cell: Omit<ErrorCell, 'error' | 'seconds'>): Promise<ErrorCell> {
  const { family, agents, budget, method, game, seed } = cell;
  const estimator = Object.entries(estimators).find(([name]) => name === method)?.[1];
  if (estimator === undefined)
    throw new Error(`unknown method "${method}"; methods are ${Object.keys(estimators).join(', ')}`);
  const file = join(data, `${family}-n${agents}-s${game}`);
  // The shape its README tells.
  const truth = JSON.parse(readFileSync(`${file}.truth.json`, 'utf8')) as { shapley: readonly number[] };
  const instance = gameInstance(family, readGame(`${file}.game.json`));
  const start = performance.now();
  const { credit } = await mustScore(estimator, instance, budget, randomOf('error-against-budget', seed));
  const seconds = (performance.now() - start) / 1000;
  const error = truth.shapley.reduce((sum, value, agent) => sum + (credit.agents![agent]! - value) ** 2, 0) / agents;
  return { ...cell, error, seconds };
}
