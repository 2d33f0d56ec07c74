import type { PairLine } from '../pair-lines.ts';
import { verdictTexts, verdictWords } from '../pair-words.ts';
import { packedNumber } from './packed-number.ts';

/** Pairs as `pair-list.js` draws them: names and verdicts by their place in a list, numbers as letters with the digits that are printed. */
export type PairPack = {
  readonly methods: readonly string[];
  readonly verdicts: readonly { readonly symbol: string; readonly words: string }[];
  readonly pairs: readonly PackedPair[];
};

/** `numbers`: difference, low, high, p, p by Holm and the share won in hundredths; `more` is null where none is said. */
export type PackedPair = readonly [
  place: number,
  turned: 0 | 1,
  first: number,
  second: number,
  verdict: number,
  numbers: string,
  instances: number,
  nonZero: number,
  more: number | null,
];

export function pairPack(methods: readonly string[], lines: readonly (PairLine & { isSettled: boolean })[]): PairPack {
  const places = new Map(methods.map((method, place) => [method, place]));
  const verdicts = [...new Set(lines.map(({ verdict }) => verdict))].toSorted();
  return {
    methods,
    verdicts: verdicts.map((verdict) => ({ symbol: verdictTexts[verdict].symbol, words: verdictWords[verdict] })),
    pairs: lines.map((line) => {
      const { place, turned, first, second, verdict, difference, low, high, p, adjusted, won, more } = line;
      const numbers = [difference, low, high, p, adjusted, 100 * won].map(packedNumber).join('');
      const ends = [places.get(first)!, places.get(second)!] as const;
      return [
        place,
        turned ? 1 : 0,
        ...ends,
        verdicts.indexOf(verdict),
        numbers,
        line.instances,
        line.nonZero,
        line.isSettled ? null : more,
      ];
    }),
  };
}
