import type { Verdict } from '../harness/comparison/verdict.ts';
import type { Pair, Resolution } from './resolution.ts';
import type { BoardTable } from './summary.ts';

/** A pair with the method of the better rank as `first`; `turned` where the summary has it the other way round, `place` there. */
export type PairLine = Pair & { readonly place: number; readonly turned: boolean };

/** Ranked methods of a table, the best first, names deciding between equal ranks. */
export function rankedMethods({ standings }: Pick<BoardTable, 'standings'>): string[] {
  return standings
    .filter(({ rank }) => rank !== null)
    .toSorted((a, b) => a.rank! - b.rank! || (a.method < b.method ? -1 : 1))
    .map(({ method }) => method);
}

/** The pairs of a table in the order of the ranks. */
export function pairLines(methods: readonly string[], { pairs }: Pick<Resolution, 'pairs'>): PairLine[] {
  const ranks = new Map(methods.map((method, rank) => [method, rank]));
  const rankOf = (method: string) => ranks.get(method) ?? methods.length;
  return pairs
    .map((pair, place) => {
      const turned = rankOf(pair.second) < rankOf(pair.first);
      return { ...(turned ? turnedPair(pair) : pair), place, turned };
    })
    .toSorted((a, b) => rankOf(a.first) - rankOf(b.first) || rankOf(a.second) - rankOf(b.second));
}

/** The same facts seen from the other method. */
export function turnedPair(pair: Pair): Pair {
  const { first, second, difference, low, high, won, verdict } = pair;
  return {
    ...pair,
    first: second,
    second: first,
    difference: 0 - difference,
    low: high === null ? null : 0 - high,
    high: low === null ? null : 0 - low,
    won: 1 - won,
    verdict: turnedVerdicts[verdict],
  };
}

const turnedVerdicts: Readonly<Record<Verdict, Verdict>> = {
  first: 'second',
  second: 'first',
  undecided: 'undecided',
  'cannot be significant': 'cannot be significant',
  tied: 'tied',
};
