import { boardTexts, estimandTexts } from '../board-text.ts';
import { metricText } from '../metric-text.ts';
import { budgetText, countText, intervalText, numberText } from '../number-text.ts';
import { type PairLine, pairLines, rankedMethods, turnedPair } from '../pair-lines.ts';
import { pairSentences, pText, verdictTexts, verdictWords } from '../pair-words.ts';
import type { Resolution } from '../resolution.ts';
import { scriptJson } from '../script-json.ts';
import type { BoardTable } from '../summary.ts';
import { pairPack } from './pair-pack.ts';

/** One pair with its facts as texts; `place` is that of the pair in the summary, which has it the other way round where `turned`. */
export type PairView = {
  /** Where a cell of the matrix leads; null without a matrix. */
  readonly id: string | null;
  readonly place: number;
  readonly turned: boolean;
  readonly first: string;
  readonly second: string;
  readonly verdict: string;
  readonly symbol: string;
  readonly facts: readonly string[];
};

type CellView = {
  readonly state: string;
  readonly symbol: string;
  readonly words: string;
  readonly link: string;
  readonly facts: string;
};

/** Who differs from whom in one table, as `pairs.hbs` lays it out. */
export type PairsView = {
  readonly id: string;
  /** Board, estimand and budget, for machines and in words. */
  readonly key: string;
  readonly name: string;
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly note: string;
  readonly legend: readonly (typeof verdictTexts)['first'][];
  /** Null for more methods than fit: then the lists say it all. */
  readonly matrix: {
    readonly heads: readonly { readonly number: number; readonly method: string }[];
    readonly lines: readonly {
      readonly number: number;
      readonly method: string;
      /** Null on the diagonal. */
      readonly cells: readonly (CellView | null)[];
    }[];
  } | null;
  readonly heads: readonly { readonly name: string; readonly fact: string }[];
  readonly lists: readonly {
    readonly title: string;
    readonly open: boolean;
    readonly pairs: readonly PairView[];
    /** The pairs of a long list as JSON, drawn when it is opened; null where they are laid out as `pairs`. */
    readonly pack: string | null;
  }[];
};

const largestMatrix = 15;
const largestOpen = 6;
/** Of pairs that neither the leader nor a neighbour in rank is part of. */
const longestLaidOut = 200;

/** Null where fewer than two methods are ranked. */
export function pairsView(table: BoardTable): PairsView | null {
  const { board, estimand, budget, headline, resolution } = table;
  if (resolution === null) return null;
  const methods = rankedMethods(table);
  const lines = pairLines(methods, resolution);
  const id = `pairs-${board}-${estimand}-${budget ?? 'unlimited'}`;
  const isSmall = methods.length <= largestMatrix;
  return {
    id,
    key: [board, estimand, budget].map(String).join('|'),
    name: `${boardTexts[board].title}, ${estimandTexts[estimand]}, ${budgetText(budget)}`,
    heading: 'Who differs from whom',
    sentences: pairSentences(resolution, lines),
    note: noteOf(metricText(headline).label, resolution),
    legend: Object.values(verdictTexts).filter(({ symbol }) =>
      lines.some(({ verdict }) => symbolsOf(verdict).includes(symbol)),
    ),
    matrix: isSmall ? matrixOf(id, methods, lines) : null,
    heads: [
      { name: 'difference', fact: 'difference' },
      { name: 'interval', fact: 'interval' },
      { name: 'p', fact: 'p' },
      { name: 'p, Holm', fact: 'adjusted' },
      { name: 'instances', fact: 'instances' },
      { name: 'that differ', fact: 'nonZero' },
      { name: 'won', fact: 'won' },
      { name: 'more instances', fact: 'more' },
    ],
    lists: (isSmall
      ? [
          {
            title: `All pairs (${countText(lines.length)})`,
            open: lines.length <= largestOpen,
            isRest: false,
            pairs: lines,
          },
        ]
      : listsOf(methods, resolution, lines)
    ).map(({ pairs, isRest, ...list }) =>
      isRest && pairs.length > longestLaidOut
        ? { ...list, pairs: [], pack: scriptJson(packOf(methods, pairs)) }
        : { ...list, pairs: pairs.map((line) => pairView(isSmall ? `${id}-${line.place}` : null, line)), pack: null },
    ),
  };
}

function isSettled({ verdict }: Pick<PairLine, 'verdict'>): boolean {
  return verdict === 'first' || verdict === 'second';
}

/** A settled pair is seen from both of its methods. */
function symbolsOf(verdict: PairLine['verdict']): string[] {
  const verdicts = isSettled({ verdict }) ? (['first', 'second'] as const) : [verdict];
  return verdicts.map((one) => verdictTexts[one].symbol);
}

function matrixOf(id: string, methods: readonly string[], lines: readonly PairLine[]): PairsView['matrix'] {
  const known = new Map(
    lines.flatMap((line) => [
      [JSON.stringify([line.first, line.second]), line],
      [JSON.stringify([line.second, line.first]), { ...line, ...turnedPair(line) }],
    ]),
  );
  return {
    heads: methods.map((method, index) => ({ number: index + 1, method })),
    lines: methods.map((method, index) => ({
      number: index + 1,
      method,
      cells: methods.map((other) => {
        const line = known.get(JSON.stringify([method, other]));
        if (line === undefined) return null;
        const { symbol, words } = verdictTexts[line.verdict];
        const facts = `${method} against ${other}: ${verdictWords[line.verdict]}, difference ${numberText(line.difference)}, Holm p ${pText(line.adjusted)}`;
        return { state: line.verdict.replaceAll(' ', '-'), symbol, words, link: `#${id}-${line.place}`, facts };
      }),
    })),
  };
}

function listsOf(methods: readonly string[], { leader }: Resolution, lines: readonly PairLine[]) {
  const ranks = new Map(methods.map((method, rank) => [method, rank]));
  const isLeaders = ({ first, second }: PairLine) => first === leader || second === leader;
  const isNext = ({ first, second }: PairLine) => Math.abs((ranks.get(first) ?? 0) - (ranks.get(second) ?? 0)) === 1;
  const [own, others] = [lines.filter(isLeaders), lines.filter((line) => !isLeaders(line))];
  const [next, rest] = [others.filter(isNext), others.filter((line) => !isNext(line))];
  return [
    { title: `The leader against every other (${countText(own.length)} pairs)`, open: true, isRest: false, pairs: own },
    { title: `Neighbours in rank (${countText(next.length)} more pairs)`, open: false, isRest: false, pairs: next },
    { title: `Every other pair (${countText(rest.length)})`, open: false, isRest: true, pairs: rest },
  ];
}

function packOf(methods: readonly string[], lines: readonly PairLine[]) {
  return pairPack(
    methods,
    lines.map((line) => ({ ...line, isSettled: isSettled(line) })),
  );
}

function pairView(id: string | null, line: PairLine): PairView {
  const { place, turned, first, second, difference, p, adjusted, instances, nonZero, won, more } = line;
  return {
    id,
    place,
    turned,
    first,
    second,
    symbol: verdictTexts[line.verdict].symbol,
    verdict: verdictWords[line.verdict],
    facts: [
      numberText(difference),
      intervalText(line) ?? 'none',
      pText(p),
      pText(adjusted),
      countText(instances),
      countText(nonZero),
      `${numberText(100 * won)} %`,
      more === null || isSettled(line) ? '–' : countText(more),
    ],
  };
}

const tests = {
  wilcoxon: 'Wilcoxon signed-rank test',
  'sign-flip': 'sign-flip permutation test',
  'jackknife-t': 'Student t test on jackknife pseudo-values',
} as const satisfies Record<Resolution['test'], string>;

function noteOf(metric: string, { test, comparisons, alpha }: Resolution): string {
  const family = comparisons === 1 ? 'the only pair' : `all ${countText(comparisons)} pairs of this table`;
  const unit = test === 'jackknife-t' ? '' : ' per instance, seeds averaged';
  return `Differences in ${metric}${unit}; above 0 favours the first; intervals as in the board. Two-sided ${tests[test]}, Holm over ${family}, α = ${alpha}. The raw p of a pair does not depend on who else is ranked; its Holm p does, through the number of pairs. More instances: what a pair that is not settled would need, taken alone, at its present difference.`;
}
