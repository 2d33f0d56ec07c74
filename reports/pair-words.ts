import type { Verdict } from '../harness/comparison/verdict.ts';
import { countText, numberText, plural } from './number-text.ts';
import type { PairLine } from './pair-lines.ts';
import type { Resolution } from './resolution.ts';

/** What is known of a method beside another, in a symbol and in words, so that colour is never needed. */
export const verdictTexts: Readonly<
  Record<Verdict, { readonly symbol: string; readonly words: string; readonly meaning: string }>
> = {
  first: { symbol: '▲', words: 'better', meaning: 'than the method of the column' },
  second: { symbol: '▼', words: 'worse', meaning: 'than the method of the column' },
  undecided: { symbol: '○', words: 'open', meaning: 'the order is not settled' },
  'cannot be significant': { symbol: '◌', words: 'too few', meaning: 'cannot be significant at this n' },
  tied: { symbol: '=', words: 'tied', meaning: 'the same on every instance' },
};

/** The verdict on a pair in full: what its first method is beside the second. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  first: 'better',
  second: 'worse',
  undecided: 'not settled',
  'cannot be significant': 'cannot be significant at this n',
  tied: 'the same on every instance',
};

/** A p-value as printed; below 10⁻¹² it says so instead of 0. */
export function pText(p: number | null): string {
  if (p === null) return '–';
  return p < 1e-12 ? '< 1e−12' : numberText(p);
}

/** What to conclude about the leader and about the pairs as a whole. */
export function pairSentences({ leader, pairs, splitHalf }: Resolution, lines: readonly PairLine[]): string[] {
  const settled = pairs.filter(({ verdict }) => verdict === 'first' || verdict === 'second').length;
  const few = pairs.filter(({ verdict }) => verdict === 'cannot be significant').length;
  return [
    leaderSentence(leader, lines),
    `${countText(settled)} of ${plural(pairs.length, 'pair')} ${settled === 1 ? 'is' : 'are'} settled.`,
    ...(few === 0
      ? []
      : [
          `${plural(few, 'pair')} cannot be significant at this n, whatever the differences: too few instances differ.`,
        ]),
    ...(splitHalf === null
      ? []
      : [`${leader} leads on ${numberText(100 * splitHalf)} % of random halves of the instances too.`]),
  ];
}

function leaderSentence(leader: string, lines: readonly PairLine[]): string {
  const open = lines.filter(({ first, second, verdict }) => {
    return (first === leader && verdict !== 'first') || (second === leader && verdict !== 'second');
  });
  const [only] = open;
  if (only === undefined) return `${leader} is better than every other ranked method.`;
  const other = ({ first, second }: PairLine) => (first === leader ? second : first);
  if (open.length === 1) return `${leader} leads, but its order with ${other(only)} is not settled${moreWords(only)}.`;
  const [nearest] = open.toSorted((a, b) => (b.more ?? -1) - (a.more ?? -1));
  return `${leader} leads, but its order with ${countText(open.length)} others is not settled; the hardest to tell apart is ${other(nearest ?? only)}${moreWords(nearest ?? only)}.`;
}

function moreWords({ more }: PairLine): string {
  return more === null || more === 0 ? '' : `: ${plural(more, 'more instance')} would separate them`;
}
