/** A copy of plain data with one place changed, e.g. `agents.planner` or `pairs.0.chosenValue`. */
export function tampered<Data>(data: Data, place: string, value: unknown): Data {
  const copy = structuredClone(data);
  const keys = place.split('.');
  const last = keys.pop()!;
  // Walks plain data by names that the caller took from it.
  let inner = copy as Record<string, unknown>;
  for (const key of keys) inner = inner[key] as Record<string, unknown>;
  inner[last] = value;
  return copy;
}
