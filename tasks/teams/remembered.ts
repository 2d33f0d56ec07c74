/** `compute` of a path of names, run once per path: for random tables that are looked up again and again. */
export function remembered<Value>(
  compute: (...path: readonly (string | number)[]) => Value,
): (...path: readonly (string | number)[]) => Value {
  const kept = new Map<string, Value>();
  return (...path) => {
    const key = path.join('\n');
    const before = kept.get(key);
    if (before !== undefined) return before;
    const value = compute(...path);
    kept.set(key, value);
    return value;
  };
}
