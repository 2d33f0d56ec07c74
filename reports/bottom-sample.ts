import { randomOf } from '../harness/random.ts';

/** The same few names out of any number, whatever the order in which they come: those with the smallest hashes. */
export type BottomSample<Value> = {
  /** The value kept for a name, made where the name is among the smallest so far; undefined where it is not. */
  of(name: string, make: () => Value): Value | undefined;
  entries(): [name: string, value: Value][];
};

export function bottomSample<Value>(size: number, ...key: readonly string[]): BottomSample<Value> {
  const places = new Map<string, number>();
  const kept = new Map<string, Value>();
  let largest = Number.POSITIVE_INFINITY;
  const placeOf = (name: string) => {
    const known = places.get(name);
    if (known !== undefined) return known;
    const place = randomOf(...key, name).float();
    places.set(name, place);
    return place;
  };
  return {
    of(name, make) {
      const held = kept.get(name);
      if (held !== undefined) return held;
      if (placeOf(name) > largest) return undefined;
      const made = make();
      kept.set(name, made);
      if (kept.size > size) {
        const [out] = [...kept.keys()].toSorted((a, b) => placeOf(b) - placeOf(a));
        kept.delete(out!);
        largest = Math.max(...[...kept.keys()].map(placeOf));
      }
      return kept.get(name);
    },
    entries: () => [...kept].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  };
}
