import type { Manifest } from '../harness/manifest.ts';
import { borda } from '../harness/statistics/borda.ts';
import { meanRanks } from '../harness/statistics/mean-ranks.ts';
import { meanWinRate } from '../harness/statistics/mean-win-rate.ts';
import { tieGroups } from '../harness/statistics/tie-groups.ts';
import { isUndefined } from '../harness/statistics/undefined.ts';
import type { Sheets } from './board-sheets.ts';
import { criticalDifference } from './critical-difference.ts';
import { comparePairs } from './pairs.ts';
import { probabilitiesBest } from './probability-best.ts';
import type { Resolution } from './resolution.ts';
import { type Halves, splitHalf } from './split-half.ts';
import type { BoardTable, Standing } from './summary.ts';

export type Unresolved = Omit<BoardTable, 'resolution' | 'profile'>;

/** A ranked method of a table: scored on every cell of every task. */
export type Contender = {
  readonly method: string /** Headline, signed so that more is better. */;
  readonly score: number;
};

/** Ranks the complete lines of methods that target the estimand, and says what separates them. */
export function resolve(
  table: Unresolved,
  sheets: Sheets,
  suite: Pick<Manifest['suite'], 'analysis'>,
  halves: Halves,
): { standings: Standing[]; resolution: Resolution | null } {
  const sign = table.better === 'lower' ? -1 : 1;
  const contenders = table.standings
    .flatMap(({ method, ranked, tasks, of, metrics }): Contender[] => {
      const headline = metrics[table.headline];
      const isComplete = ranked && tasks === of && headline !== undefined;
      return isComplete ? [{ method, score: Number((sign * headline.value).toPrecision(12)) }] : [];
    })
    .toSorted((a, b) => b.score - a.score || (a.method < b.method ? -1 : 1));
  const ranks = new Map(
    contenders.map(({ method, score }) => [method, 1 + contenders.filter((other) => other.score > score).length]),
  );
  const ranked = table.standings.map((standing) => ({ ...standing, rank: ranks.get(standing.method) ?? null }));
  if (contenders.length === 0) return { standings: ranked, resolution: null };
  const pairs = comparePairs(table, contenders, sheets, suite.analysis);
  const index = new Map(contenders.map(({ method }, place) => [method, place]));
  const differs = contenders.map(() => contenders.map(() => false));
  const [better, worse] = [contenders.map(() => 0), contenders.map(() => 0)];
  for (const { first, second, verdict } of pairs) {
    if (verdict !== 'first' && verdict !== 'second') continue;
    const [a, b] = [index.get(first)!, index.get(second)!];
    differs[a]![b] = differs[b]![a] = true;
    const [winner, loser] = verdict === 'first' ? [a, b] : [b, a];
    better[loser]!++;
    worse[winner]!++;
  }
  const groups = tieGroups(
    contenders.map((_, place) => place + 1),
    differs,
  );
  const best = probabilitiesBest(table, contenders, sheets);
  const aggregates = aggregatesOf(table, contenders, sheets, sign);
  const standings = ranked.map((standing): Standing => {
    const place = index.get(standing.method);
    if (place === undefined) return standing;
    return {
      ...standing,
      group: 1 + groups.findIndex((members) => members.includes(place)),
      rankInterval: { best: 1 + better[place]!, worst: contenders.length - worse[place]! },
      probabilityBest: best?.[place] ?? null,
      aggregates: aggregates?.[place] ?? null,
    };
  });
  if (contenders.length < 2) return { standings, resolution: null };
  return {
    standings,
    resolution: {
      test: testOf(table.headline, suite.analysis.test),
      alpha: suite.analysis.alpha,
      comparisons: pairs.filter(({ p }) => p !== null).length,
      pairs,
      leader: contenders[0]!.method,
      splitHalf: splitHalf(table, contenders, sheets, halves),
      critical: criticalDifference(table.tasks, contenders, sheets, sign, suite.analysis.alpha),
    },
  };
}

/** A pooled correlation has no value per instance to rank, only pseudo-values. */
export function testOf(headline: string, test: Manifest['suite']['analysis']['test']): Resolution['test'] {
  return headline === 'spearman-pooled' ? 'jackknife-t' : test;
}

/** Scores of the contenders, `matrix[method][task]`, more is better. */
export function scoreMatrix(
  tasks: readonly string[],
  contenders: readonly Contender[],
  sheets: Sheets,
  sign: number,
): number[][] {
  return contenders.map(({ method }) => tasks.map((task) => sign * sheets.get(method)!.headlines.get(task)!.value));
}

function aggregatesOf(
  { tasks }: Unresolved,
  contenders: readonly Contender[],
  sheets: Sheets,
  sign: number,
): Standing['aggregates'][] | undefined {
  if (contenders.length < 2 || tasks.length === 0) return undefined;
  const matrix = scoreMatrix(tasks, contenders, sheets, sign);
  const [ranks, winRates, counts] = [meanRanks(matrix), meanWinRate(matrix), borda(matrix)];
  if (isUndefined(ranks) || isUndefined(winRates) || isUndefined(counts)) return undefined;
  return contenders.map((_, place) => ({
    meanRank: ranks[place]!,
    meanWinRate: winRates[place]!,
    borda: counts[place]!,
  }));
}
