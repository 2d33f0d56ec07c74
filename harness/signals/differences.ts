/** Numbers of an audit record agree up to this. */
export const tolerance = 1e-9;

/** A sentence for every place where plain data is not what was recomputed; numbers agree to 1e-9. */
export function differences(path: string, found: unknown, recomputed: unknown): string[] {
  if (typeof found === 'number' && typeof recomputed === 'number' && Math.abs(found - recomputed) <= tolerance)
    return [];
  if (!isTree(found) || !isTree(recomputed))
    return Object.is(found, recomputed) ? [] : [`${path} is ${plain(found)}; recomputed ${plain(recomputed)}`];
  const keys = new Set([...Object.keys(found), ...Object.keys(recomputed)]);
  return [...keys].flatMap((key) => {
    const place = Array.isArray(found) ? `${path}[${key}]` : `${path}.${key}`;
    return differences(place, own(found, key), own(recomputed, key));
  });
}

type Tree = Readonly<Record<string, unknown>>;

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null;
}

function own(tree: Tree, key: string): unknown {
  return Object.hasOwn(tree, key) ? tree[key] : undefined;
}

function plain(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value);
}
