/** Lists as the text of an option; empty ones are left out. */
export const textOf = (lists: readonly (readonly string[])[]): string =>
  lists
    .filter(({ length }) => length > 0)
    .map((list) => list.join(':'))
    .join('/');

type Edges = readonly (readonly [number, number])[];

/** The connected components of a coalition, as bit masks, by merging along every edge inside it. */
export function slowComponents(coalition: number, edges: Edges): number[] {
  let components = [0, 1, 2, 3, 4, 5].filter((agent) => (coalition >> agent) & 1).map((agent) => 1 << agent);
  for (const [i, j] of edges) {
    const touched = components.filter((component) => (component >> i) & 1 || (component >> j) & 1);
    if (touched.length !== 2) continue;
    const isInside = (coalition >> i) & 1 && (coalition >> j) & 1;
    if (!isInside) continue;
    components = [...components.filter((one) => !touched.includes(one)), touched[0]! | touched[1]!];
  }
  return components;
}

/** v^g(S) = v(∅) + Σ_C (v(C) − v(∅)) over the components C of S. */
export function slowRestricted(values: readonly number[], edges: Edges): number[] {
  return values.map((_, coalition) =>
    slowComponents(coalition, edges).reduce((sum, component) => sum + values[component]! - values[0]!, values[0]!),
  );
}
