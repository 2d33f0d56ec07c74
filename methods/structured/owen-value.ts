import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { CreditbenchError } from '../../harness/errors.ts';
import { shapleyOfTable, shapleyWeights } from '../../harness/table-values.ts';
import { needsCalls } from '../options.ts';
import { agentLists } from './agent-lists.ts';
import { type Unions, unionsOf } from './unions.ts';
import { callsFor, refusesTeam, worthTable } from './worth-table.ts';

/**
 * Mean marginal contribution over the orders in which every union stands together: a Shapley value among unions, and inside each.
 * One evaluator call per coalition that splits one union at most.
 */
export const owenValue = defineMethod({
  id: 'owen-value',
  title: 'Owen value',
  source: 'Owen (1977)',
  targets: [],
  needs: ['worth'],
  cost: 'the coalitions of the unions’ orders, at most 2ⁿ evaluator calls',
  laws: {
    efficiency: 'always',
    'null-player': 'always',
    linearity: 'always',
    boundedness: 'always',
    sign: 'always',
    determinism: 'always',
    budget: 'always',
  },
  options: z.strictObject({
    unions: agentLists(
      'the unions, like planner:critic/coder:tester, others standing alone; role: agents of one role are a union',
    ).default('role'),
  }),
  refuses(episode, budget, { unions }) {
    const large = refusesTeam(episode);
    if (large !== undefined) return large;
    const read = unionsOf(unions, episode.agents);
    return 'refusal' in read ? read.refusal : needsCalls(callsFor(compatible(read)), budget);
  },
  async assign(episode, access, { unions }) {
    const read = unionsOf(unions, episode.agents);
    if ('refusal' in read) throw new CreditbenchError('refused', read.refusal);
    return { agents: owenOfTable(await worthTable(episode, access, compatible(read)), read) };
  },
});

/** The coalitions that split one union at most, by bit mask. */
function compatible({ unions }: Unions): Uint8Array {
  const needed = new Uint8Array(2 ** unions.flat().length);
  for (const union of unions)
    for (const others of joined(masksOf(unions.filter((other) => other !== union))))
      for (const part of joined(union.map((agent) => 1 << agent))) needed[others | part] = 1;
  return needed;
}

/** By what the union meets on average, each union plays a game of its own, whose Shapley values are the Owen values. */
function owenOfTable(values: Float64Array, { unions }: Unions): Float64Array {
  const credit = new Float64Array(unions.flat().length);
  const weights = shapleyWeights(unions.length);
  for (const union of unions) {
    const parts = joined(union.map((agent) => 1 << agent));
    const inside = new Float64Array(parts.length);
    joined(masksOf(unions.filter((other) => other !== union))).forEach((others, row) => {
      const weight = weights[countBits(row)]!;
      for (let part = 0; part < parts.length; part++)
        inside[part]! += weight * (values[others | parts[part]!]! - values[0]!);
    });
    for (const [place, value] of shapleyOfTable(inside).entries()) credit[union[place]!] = value;
  }
  return credit;
}

function masksOf(unions: Unions['unions']): number[] {
  return unions.map((union) => union.reduce((mask, agent) => mask | (1 << agent), 0));
}

/** The union of every set of `masks`, by bit mask over them. */
function joined(masks: readonly number[]): Uint32Array {
  const all = new Uint32Array(2 ** masks.length);
  for (const [place, mask] of masks.entries())
    for (let rest = 0; rest < 1 << place; rest++) all[rest | (1 << place)] = all[rest]! | mask;
  return all;
}

function countBits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
