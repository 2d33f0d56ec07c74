/** The (instance, seed) places of one task, numbered as they turn up; `order` puts them in canonical order. */
export type Slots = {
  /** The number of a place, a new one where it has none. */
  of(instance: string, seed: number): number;
  size(): number;
  /** Places by instance name, then seed: nothing printed depends on the order in which rows came. */
  order(): Ordered;
};

/** Canonical order: `slots[i]` is a place, `instance[i]` the number of its instance among `names`. */
export type Ordered = {
  readonly slots: Uint32Array;
  readonly instance: Uint32Array;
  readonly names: readonly string[];
};

export function emptySlots(): Slots {
  const numbers = new Map<string, Map<number, number>>();
  let size = 0;
  return {
    of(instance, seed) {
      let seeds = numbers.get(instance);
      if (seeds === undefined) numbers.set(instance, (seeds = new Map()));
      let slot = seeds.get(seed);
      if (slot === undefined) seeds.set(seed, (slot = size++));
      return slot;
    },
    size: () => size,
    order() {
      const names = [...numbers.keys()].toSorted(byCode);
      const [slots, instance] = [new Uint32Array(size), new Uint32Array(size)];
      let place = 0;
      for (const [number, name] of names.entries())
        for (const [, slot] of [...numbers.get(name)!].toSorted(([a], [b]) => a - b)) {
          slots[place] = slot;
          instance[place++] = number;
        }
      return { slots, instance, names };
    },
  };
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : 1;
}
