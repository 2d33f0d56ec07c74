import type { Random } from '../../../harness/random.ts';

/** Endless orders of the agents 0 … n−1, each uniform on its own, dependent in whatever way lowers the variance of their mean. */
export type OrderDesign = (random: Random, agents: number) => Generator<Uint32Array, never>;
