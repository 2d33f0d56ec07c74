import { z } from 'zod';
import type { Noise } from '../../harness/contract.ts';
import { defineMethod } from '../../harness/define.ts';
import { shapleyOfTable } from '../../harness/table-values.ts';
import { needsCalls } from '../options.ts';
import { callsWithin } from './designs/calls-within.ts';
import { drawSizes } from './designs/draw-sizes.ts';
import { sizeContrast } from './designs/size-contrast.ts';
import { planSizes } from './designs/size-plan.ts';
import { wholeTable } from './designs/whole-table.ts';
import { strataOf } from './regression/strata.ts';
import { worthsInBatches } from './regression/units.ts';

/**
 * The Shapley value from the mean worth of coalitions with and without the agent, size by size, every coalition serving all
 * agents; what is missing to v(N) − v(∅) is shared equally.
 */
export const svarm = defineMethod({
  id: 'svarm',
  title: 'Stratified SVARM',
  source: 'Kolpaczki et al. (2024), doi 10.1609/aaai.v38i12.29225',
  targets: ['shapley'],
  needs: ['worth'],
  cost: 'one evaluator call per drawn coalition, within the budget',
  laws: {
    efficiency: 'always',
    symmetry: 'in-expectation',
    'null-player': 'in-expectation',
    linearity: 'always',
    determinism: 'always',
    budget: 'always',
  },
  options: z.strictObject({
    sizes: z
      .enum(['kernel', 'root', 'leverage'])
      .default('root')
      .describe('coalitions of size s in proportion to 1/(s(n−s)), to its root, or alike; sizes 1 and n − 1 first'),
  }),
  refuses: ({ agents }, budget) => needsCalls(agents.length === 1 ? 2 : 3, budget),
  async assign({ agents: { length: agents }, outcome }, access, { sizes }) {
    const { worth, noise, random, budget } = access;
    const calls = callsWithin(budget.limit, agents);
    const table = await wholeTable(agents, access, calls);
    if (table !== undefined) return { agents: shapleyOfTable(table) };
    const strata = strataOf(agents, false);
    const drawsOfEnds = endDraws(calls, agents, noise);
    const { counts, expected } = planSizes(agents, strata, calls - 2 * drawsOfEnds, sizes, noise === 'none', random);
    const ends = { empty: drawsOfEnds, grand: drawsOfEnds - 1 };
    const coalitions = drawSizes(agents, strata, counts, ends, random);
    const worths = await worthsInBatches(worth, coalitions);

    const empty = mean(worths.subarray(0, ends.empty));
    const ofGrand = worths.subarray(ends.empty, ends.empty + ends.grand);
    const total = ofGrand.reduce((sum, worth) => sum + worth, outcome) / drawsOfEnds - empty;
    const gains = worths.map((worth) => worth - empty);
    const credit = new Float64Array(agents);
    let row = ends.empty + ends.grand;
    for (const [index, { size }] of strata.entries()) {
      const count = counts[index]!;
      if (count === 0) continue;
      const level = (total * size) / agents;
      // One coalition or none of a size stands for more than itself; where there surely is one, the count itself is used.
      const standsFor = expected[index]! < 1 ? expected[index]! : count;
      const contrast = sizeContrast(coalitions, row, count, gains.subarray(row, row + count), standsFor, level);
      for (let agent = 0; agent < agents; agent++) credit[agent]! += contrast[agent]! / agents;
      row += count;
    }
    const share = total / agents - mean(credit);
    return { agents: credit.map((value) => value + share) };
  },
});

/** Draws of v(∅), and of v(N): one where they are certain; else a part of the calls, for they enter every agent's credit. */
function endDraws(calls: number, agents: number, noise: Noise): number {
  if (noise === 'none') return 1;
  if (agents === 1) return Math.floor(calls / 2);
  return Math.max(1, Math.floor(Math.min(calls / 20, Math.max(10, calls / (2 * agents)))));
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
