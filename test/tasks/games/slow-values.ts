/** Values straight from their definitions, by a double loop over agents and coalitions. @param worth of a set of agents 0 … n − 1 */
export function slowValues(agents: number, worth: (members: ReadonlySet<number>) => number) {
  const everyone = Array.from({ length: agents }, (_, agent) => agent);
  const factorial = (n: number): number => (n === 0 ? 1 : n * factorial(n - 1));
  const shapley = everyone.map(() => 0);
  const banzhaf = everyone.map(() => 0);
  for (const agent of everyone)
    for (let mask = 0; mask < 2 ** agents; mask++) {
      const others = everyone.filter((other) => (mask >> other) & 1);
      if (others.includes(agent)) continue;
      const marginal = worth(new Set([...others, agent])) - worth(new Set(others));
      const orders = factorial(others.length) * factorial(agents - 1 - others.length);
      shapley[agent]! += (orders * marginal) / factorial(agents);
      banzhaf[agent]! += marginal / 2 ** (agents - 1);
    }
  const removal = everyone.map(
    (agent) => worth(new Set(everyone)) - worth(new Set(everyone.filter((other) => other !== agent))),
  );
  return { shapley, banzhaf, removal };
}
