/**
 * Why comparisons `wins[i][j]` give no finite strengths, undefined where they do: unless every method leads to every other by a
 * chain of "beat at least once", some never met the rest, or never lost to it. Ford (1957).
 */
export function whyNotComparable(wins: readonly ArrayLike<number>[]): string | undefined {
  const everyone = wins.map((_, method) => method);
  const beat = (one: number, other: number) => wins[one]![other]! > 0;
  const met = reachedFrom(0, everyone, (one, other) => beat(one, other) || beat(other, one));
  if (met.size < everyone.length)
    return `disconnected: ${named([...met])} never met ${named(everyone.filter((one) => !met.has(one)))}`;
  for (const method of everyone) {
    const above = reachedFrom(method, everyone, (one, other) => beat(other, one));
    if (above.size < everyone.length)
      return `separated: ${named([...above])} never lost to ${named(everyone.filter((one) => !above.has(one)))}`;
  }
  return undefined;
}

function reachedFrom(
  start: number,
  all: readonly number[],
  leads: (one: number, other: number) => boolean,
): Set<number> {
  const reached = new Set([start]);
  for (const one of reached) for (const other of all) if (leads(one, other)) reached.add(other);
  return reached;
}

function named(methods: readonly number[]): string {
  const list = methods.toSorted((a, b) => a - b).join(', ');
  return methods.length === 1 ? `method ${list}` : `methods ${list}`;
}
