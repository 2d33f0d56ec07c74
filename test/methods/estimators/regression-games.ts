import type { Instance } from '../../../harness/contract.ts';
import { type Random, randomOf } from '../../../harness/random.ts';
import { agentNames } from '../../../tasks/games/agent-names.ts';
import { randomTeam } from '../../../tasks/games/random-terms.ts';
import { gameOf } from '../on.ts';

/** One game of each of six families that fail different estimators: shallow, deep, self-dual, chained, quadratic, scarce. */
export function sixGames(agents: number, random: Random = randomOf('six')): readonly (readonly [string, Instance])[] {
  const names = agentNames(agents);
  const terms = (count: number, largest: number, stream: Random) =>
    Array.from({ length: count }, () => ({
      members: randomTeam(stream, names, 1 + stream.below(largest)),
      coefficient: 2 * stream.float() - 1,
    }));
  const weights = names.map(() => 1 + random.below(9));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  // An odd total leaves no tie, so either a coalition or its complement wins.
  if (total % 2 === 0) weights[0]! += 1;
  const quota = Math.floor(weights.reduce((sum, weight) => sum + weight, 0) / 2) + 1;
  const edges = names.slice(1).map((name, at) => ({ between: [names[at]!, name], weight: random.float() }));
  return [
    [
      'shallow',
      gameOf({ agents: names, form: 'unanimity', constant: 5, terms: terms(2 * agents, 3, random.stream(0)) }),
    ],
    ['deep', gameOf({ agents: names, form: 'unanimity', constant: 0, terms: terms(20, agents, random.stream(1)) })],
    ['self-dual', gameOf({ agents: names, form: 'weighted-voting', weights, quota })],
    ['chained', gameOf({ agents: names, form: 'airport', costs: names.map(() => random.float() ** 2) })],
    ['quadratic', gameOf({ agents: names, form: 'induced-subgraph', edges })],
    ['scarce', gameOf({ agents: names, form: 'glove', left: names.slice(0, 2), right: names.slice(2) })],
  ];
}
