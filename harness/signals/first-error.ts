/** `none`: there is no message to blame. `undetermined`: it failed, and no prefix asked is faulty. */
export type FoundError = { readonly step: number } | { readonly step: null; readonly reason: 'none' | 'undetermined' };

/** One question of a search and its answer; `prefix` is a number of messages, 1 … T. */
export type Check = { readonly prefix: number; readonly bad: boolean };

/** What a search found, and every question it took, in order. */
export type Localisation = { readonly found: FoundError; readonly checks: readonly Check[] };

export type SearchId = 'linear' | 'binary';
type IsBad = (prefix: number) => boolean | Promise<boolean>;
type Search = Generator<number, FoundError, boolean>;

/** The first step whose prefix is bad, for any predicate; at most T checks. */
export async function linearSearch(steps: number, isBad: IsBad): Promise<Localisation> {
  return drive(linear(steps), isBad);
}

/**
 * Some step whose prefix is bad while the one before is not: the first such step if bad prefixes stay bad, perhaps a later one
 * if not. Takes the empty prefix for fine; `undetermined` where the whole transcript is. At most ⌈log₂ T⌉ + 1 checks.
 */
export async function binarySearch(steps: number, isBad: IsBad): Promise<Localisation> {
  return drive(binary(steps), isBad);
}

/** The search again, on the answers it got; undefined where it would have asked something else. */
export function replaySearch(id: SearchId, steps: number, checks: readonly Check[]): FoundError | undefined {
  const search = { linear, binary }[id](steps);
  let next = search.next();
  for (const { prefix, bad } of checks) {
    if (next.done || next.value !== prefix) return undefined;
    next = search.next(bad);
  }
  return next.done ? next.value : undefined;
}

async function drive(search: Search, isBad: IsBad): Promise<Localisation> {
  const checks: Check[] = [];
  let next = search.next();
  while (!next.done) {
    const check = { prefix: next.value, bad: await isBad(next.value) };
    checks.push(check);
    next = search.next(check.bad);
  }
  return { found: next.value, checks };
}

function* linear(steps: number): Search {
  for (let prefix = 1; prefix <= steps; prefix++) if (yield prefix) return { step: prefix - 1 };
  return nothingBad(steps);
}

function* binary(steps: number): Search {
  if (steps === 0 || !(yield steps)) return nothingBad(steps);
  let fine = 0;
  let bad = steps;
  while (bad - fine > 1) {
    const middle = Math.floor((fine + bad) / 2);
    if (yield middle) bad = middle;
    else fine = middle;
  }
  return { step: bad - 1 };
}

function nothingBad(steps: number): FoundError {
  return { step: null, reason: steps === 0 ? 'none' : 'undetermined' };
}
