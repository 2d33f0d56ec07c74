import { cliques } from '../harness/statistics/cliques.ts';
import { friedman } from '../harness/statistics/friedman.ts';
import { nemenyiDistance } from '../harness/statistics/nemenyi.ts';
import { isUndefined } from '../harness/statistics/undefined.ts';
import type { Sheets } from './board-sheets.ts';
import type { CriticalDifference } from './resolution.ts';
import { type Contender, scoreMatrix } from './resolve.ts';

/** Friedman and Nemenyi over task means (Demšar 2006), or why there is no such diagram. */
export function criticalDifference(
  tasks: readonly string[],
  contenders: readonly Contender[],
  sheets: Sheets,
  sign: number,
  alpha: number,
): CriticalDifference | { readonly reason: string } {
  if (tasks.length < 2) return { reason: 'one task: mean ranks over tasks need at least two' };
  const byMethod = scoreMatrix(tasks, contenders, sheets, sign);
  const tested = friedman(tasks.map((_, task) => byMethod.map((scores) => scores[task]!)));
  if (isUndefined(tested)) return { reason: tested.reason };
  const distance = nemenyiDistance(contenders.length, tasks.length, alpha);
  const differs = tested.meanRanks.map((a) => tested.meanRanks.map((b) => Math.abs(a - b) >= distance));
  return {
    tasks: tasks.length,
    alpha,
    statistic: tested.statistic,
    p: tested.p,
    imanDavenport: tested.imanDavenport,
    criticalDifference: distance,
    meanRanks: contenders
      .map(({ method }, place) => ({ method, meanRank: tested.meanRanks[place]! }))
      .toSorted((a, b) => a.meanRank - b.meanRank || (a.method < b.method ? -1 : 1)),
    bars: cliques(tested.meanRanks, differs)
      .filter((members) => members.length > 1)
      .map((members) => members.map((place) => contenders[place]!.method)),
  };
}
