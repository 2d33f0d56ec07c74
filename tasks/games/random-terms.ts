import { type Random, randomInteger, shuffle } from '../../harness/random.ts';

/** `count` unanimity terms on random sets of 1 to 4 of `agents`, with integer coefficients from −5 to 5. */
export function randomTerms(random: Random, agents: readonly string[], count: number) {
  return Array.from({ length: count }, () => ({
    members: randomTeam(random, agents, randomInteger(random, 1, Math.min(4, agents.length))),
    coefficient: randomInteger(random, -5, 5),
  }));
}

/** `size` of `agents`, every such set equally likely, in random order. */
export function randomTeam(random: Random, agents: readonly string[], size: number): string[] {
  return shuffle(
    random,
    agents.map((_, agent) => agent),
  )
    .slice(0, size)
    .map((agent) => agents[agent]!);
}
