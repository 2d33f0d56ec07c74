/** What was said, by id, for which a rule holds; `"*"` is any one, nothing given is everything. */
export type Rule = { readonly when?: readonly string[] | undefined };

/** Rules that are asked once `length` messages were said; `first`: the first that matches counts, and not all that do. */
export type RuleList = {
  readonly rules: readonly Rule[];
  readonly length: number;
  readonly first: boolean;
  /** What a rule does, as plain data: rules that do the same are the same. */
  effect(rule: number): unknown;
};

/**
 * One list of rules as an automaton over what it still tells apart. After k messages it is in one of a few places, numbered
 * from 0; two transcripts in one place have one future. It begins in place 0.
 */
export type RuleAutomaton = {
  readonly length: number;
  /** The most places after any number of messages; 1 where nothing said changes what the list does. */
  readonly places: number;
  /** `next[k][place × menu + message]` is the place after message number k; undefined where the list does not listen. */
  readonly next: readonly (Uint32Array | undefined)[];
  /** The rules that count, by place, once all `length` messages were said. */
  readonly rules: readonly (readonly number[])[];
};

/** @param menus the ids that may be said at each step. A rule is dead once it cannot match, or an earlier one asks for the same of what is to come. */
export function ruleAutomaton(list: RuleList, menus: readonly (readonly string[])[]): RuleAutomaton {
  const { rules, length } = list;
  const key = keyOf(list);
  let alive = [without(list, key, 0, [...rules.keys()])];
  let places = 1;
  const next: (Uint32Array | undefined)[] = [];
  for (let said = 0; said < length; said++) {
    if (!rules.some(({ when }) => (when?.[said] ?? '*') !== '*')) {
      next.push(undefined);
      continue;
    }
    const menu = menus[said]!;
    const found = new Map<string | number, number>();
    const after: (readonly number[])[] = [];
    const table = new Uint32Array(alive.length * menu.length);
    for (const [place, before] of alive.entries())
      for (const [message, left] of matching(rules, before, said, menu).entries()) {
        const kept = without(list, key, said + 1, left);
        const name = kept.length === 1 ? key(kept[0]!, said + 1) : kept.map((rule) => key(rule, said + 1)).join();
        const known = found.get(name) ?? after.push(kept) - 1;
        found.set(name, known);
        table[place * menu.length + message] = known;
      }
    next.push(table);
    alive = after;
    places = Math.max(places, alive.length);
  }
  return { length, places, next, rules: alive };
}

/** The rules that still match after each message of the menu. */
function matching(rules: readonly Rule[], alive: readonly number[], said: number, menu: readonly string[]): number[][] {
  const left = menu.map((): number[] => []);
  const messageOf = new Map(menu.map((id, message) => [id, message]));
  for (const rule of alive) {
    const asked = rules[rule]!.when?.[said] ?? '*';
    if (asked !== '*') left[messageOf.get(asked)!]!.push(rule);
    else for (const kept of left) kept.push(rule);
  }
  return left;
}

const always = -1;
type Key = ((rule: number, said: number) => number) & { asked(rule: number, said: number): number };

/** Where the first match counts, only the first of the rules that ask for the same of what is to come can ever count. */
function without({ first }: RuleList, key: Key, said: number, alive: readonly number[]): readonly number[] {
  if (!first || alive.length < 2) return alive;
  const seen = new Set<number>();
  return alive.filter((rule) => {
    const asked = key.asked(rule, said);
    if (seen.has(asked) || seen.has(always)) return false;
    seen.add(asked);
    return true;
  });
}

/** Numbers a rule by what it asks of the messages from a place on, and by what it does. */
function keyOf({ rules, length, effect }: RuleList): Key {
  const ids = numbering<string>();
  const remainders = numbering<number>();
  const asks = rules.map(({ when }) => {
    const from = new Int32Array(length + 1).fill(always);
    for (let said = length - 1; said >= 0; said--) {
      const id = when?.[said] ?? '*';
      if (id !== '*' || from[said + 1] !== always) from[said] = remainders(pair(from[said + 1]! + 1, ids(id)));
    }
    return from;
  });
  const effects = numbering<string>();
  const does = rules.map((_, rule) => effects(JSON.stringify(effect(rule))));
  return Object.assign((rule: number, said: number) => pair(asks[rule]![said]! + 1, does[rule]!), {
    asked: (rule: number, said: number) => asks[rule]![said]!,
  });
}

/** One number for two below 2²⁶. */
function pair(high: number, low: number): number {
  return high * 2 ** 26 + low;
}

/** Numbers values from 0, equal ones the same. */
function numbering<Value>(): (value: Value) => number {
  const numbers = new Map<Value, number>();
  return (value) => {
    const before = numbers.get(value);
    if (before !== undefined) return before;
    numbers.set(value, numbers.size);
    return numbers.size - 1;
  };
}
