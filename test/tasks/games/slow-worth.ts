import type { GameFile } from '../../../tasks/games/file.ts';

/** v(S) as the definition of the form reads, from the names of the members. */
export function slowWorth(file: GameFile, members: ReadonlySet<string>): number {
  const inside = <Item>(items: readonly Item[]) => items.filter((_, agent) => members.has(file.agents[agent]!));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const countOf = (names: readonly string[]) => names.filter((name) => members.has(name)).length;
  switch (file.form) {
    case 'table':
      return file.values[sum(file.agents.map((name, agent) => (members.has(name) ? 2 ** agent : 0)))]!;
    case 'unanimity':
      return file.terms
        .filter((term) => term.members.every((name) => members.has(name)))
        .reduce((total, term) => total + term.coefficient, file.constant ?? 0);
    case 'weighted-voting':
      return sum(inside(file.weights)) >= file.quota ? 1 : 0;
    case 'airport':
      return Math.max(0, ...inside(file.costs));
    case 'induced-subgraph':
      return sum(file.edges.filter(({ between: [a, b] }) => members.has(a) && members.has(b)).map((e) => e.weight));
    case 'glove':
      return Math.min(countOf(file.left), countOf(file.right));
    case 'bankruptcy':
      return Math.max(0, file.estate - (sum(file.claims) - sum(inside(file.claims))));
    case 'additive':
      return sum(inside(file.contributions));
    case 'threshold':
      return members.size >= file.k ? 1 : 0;
    case 'parity':
      return members.size % 2;
  }
}
