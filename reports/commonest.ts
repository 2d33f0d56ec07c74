/** The reason that was given most often, the first by name of those that tie. */
export function commonest(reasons: ReadonlyMap<string, number>): string {
  return [...reasons].toSorted(([a, times], [b, others]) => others - times || (a < b ? -1 : 1))[0]?.[0] ?? 'no value';
}
