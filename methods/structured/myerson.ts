import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { CreditbenchError } from '../../harness/errors.ts';
import { shapleyOfTable } from '../../harness/table-values.ts';
import { needsCalls } from '../options.ts';
import { agentLists } from './agent-lists.ts';
import { type Graph, graphOf } from './graph.ts';
import { callsFor, refusesTeam, worthTable } from './worth-table.ts';

/**
 * The Shapley value of v^g(S) = v(∅) + Σ over the components C of S in the graph of (v(C) − v(∅)): agents work together only along
 * links, and one that only connects others earns. Each component shares its own v(C) − v(∅). One evaluator call per connected coalition.
 */
export const myerson = defineMethod({
  id: 'myerson',
  title: 'Myerson value',
  source: 'Myerson (1977)',
  targets: [],
  needs: ['worth'],
  cost: 'the connected coalitions, at most 2ⁿ evaluator calls',
  laws: { linearity: 'always', determinism: 'always', budget: 'always' },
  options: z.strictObject({
    graph: agentLists(
      'lists of agents, each linked to the next, like planner:coder:tester/planner:critic; path: one list of all, as the episode lists them',
    ).default('path'),
  }),
  refuses(episode, budget, { graph }) {
    const large = refusesTeam(episode);
    if (large !== undefined) return large;
    const read = graphOf(graph, episode.agents);
    return 'refusal' in read ? read.refusal : needsCalls(callsFor(connected(read)), budget);
  },
  async assign(episode, access, { graph }) {
    const read = graphOf(graph, episode.agents);
    if ('refusal' in read) throw new CreditbenchError('refused', read.refusal);
    const values = await worthTable(episode, access, connected(read));
    const restricted = new Float64Array(values.length);
    for (let coalition = 1; coalition < values.length; coalition++) {
      const component = read.component[coalition]!;
      restricted[coalition] = restricted[coalition & ~component]! + (values[component]! - values[0]!);
    }
    return { agents: shapleyOfTable(restricted) };
  },
});

/** ∅ and the connected coalitions, by bit mask. */
function connected({ component }: Graph): Uint8Array {
  return Uint8Array.from(component, (first, coalition) => (first === coalition ? 1 : 0));
}
