import type { CellRow } from '../row.ts';

/** The most instances that these rows have of one task at one seed and budget; 1 for no rows. */
export function mostInstances(rows: readonly CellRow[]): number {
  const names = new Map<string, Set<string>>();
  for (const { task, seed, budget, instance } of rows) {
    const key = JSON.stringify([task, seed, budget]);
    names.set(key, (names.get(key) ?? new Set()).add(instance));
  }
  return [...names.values()].reduce((most, { size }) => Math.max(most, size), 1);
}
