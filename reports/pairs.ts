import type { AnalysisPlan } from '../harness/analysis-plan.ts';
import { comparePaired, type PairedTask } from '../harness/comparison/compare-paired.ts';
import { comparisonsAtBest } from '../harness/comparison/comparisons-at-best.ts';
import { verdictOf } from '../harness/comparison/verdict.ts';
import { holm } from '../harness/statistics/holm.ts';
import { largestOf } from '../harness/statistics/without-dust.ts';
import type { Headline, Sheets } from './board-sheets.ts';
import { intervalOf } from './interval.ts';
import type { Pair } from './resolution.ts';
import { type Contender, testOf, type Unresolved } from './resolve.ts';

/** Every two contenders, the better of them first, tested on the instances that both have and corrected by Holm over all pairs. */
export function comparePairs(
  table: Unresolved,
  contenders: readonly Contender[],
  sheets: Sheets,
  plan: AnalysisPlan,
): Pair[] {
  const sign = table.better === 'lower' ? -1 : 1;
  const test = testOf(table.headline, plan.test);
  const replicates = new Map(
    contenders.map(({ method }) => [method, sheets.get(method)!.means.get(table.headline)!.replicates()]),
  );
  const compared = contenders.flatMap(({ method: first }, place) =>
    contenders.slice(place + 1).flatMap(({ method: second }) => {
      const both = table.tasks.map((task) => ({
        task,
        a: sheets.get(first)!.headlines.get(task)!,
        b: sheets.get(second)!.headlines.get(task)!,
      }));
      const tasks = both.map(
        ({ task, a, b }): PairedTask => ({
          task,
          differences: differencesOf(a, b, sign),
          scale: Math.max(largestOf(a.perInstance), largestOf(b.perInstance)),
        }),
      );
      if (tasks.every(({ differences }) => differences.length === 0)) return [];
      const comparison = comparePaired(tasks, { test, zeros: plan.zeros, alpha: plan.alpha, power: plan.power });
      const isSame = both.every(({ a, b }) => isSameCells(a, b));
      const [ofFirst, ofSecond] = [replicates.get(first), replicates.get(second)];
      const drawn =
        isSame && ofFirst !== undefined && ofSecond !== undefined
          ? ofFirst.map((value, resample) => sign * (value - ofSecond[resample]!))
          : undefined;
      const units = plan.levels.includes('tasks') ? [tasks.length] : tasks.map(({ differences }) => differences.length);
      return [{ first, second, tasks, comparison, ...intervalOf(drawn, comparison.difference, units, plan) }];
    }),
  );
  const tested = compared.filter(({ comparison }) => comparison.p !== null);
  const corrected = holm(tested.map(({ comparison }) => comparison.p!));
  const adjusted = new Map(tested.map((pair, index) => [pair, corrected[index]!]));
  const outcomes = tested.map(({ comparison }, index) => ({ p: comparison.p!, adjustedP: corrected[index]! }));
  return compared.map((pair): Pair => {
    const { first, second, comparison, low, high, tasks } = pair;
    const own = adjusted.get(pair) ?? null;
    return {
      first,
      second,
      difference: comparison.difference,
      low,
      high,
      p: comparison.p,
      adjusted: own,
      instances: comparison.instances,
      nonZero: comparison.nonZero,
      won: shareWon(tasks),
      verdict: verdictOf(comparison, own, plan.alpha, comparisonsAtBest(comparison.smallestP, outcomes, plan.alpha)),
      more: comparison.more,
    };
  });
}

function isSameInstances(a: Headline, b: Headline): boolean {
  return (
    a.instances.length === b.instances.length && a.instances.every((number, place) => number === b.instances[place])
  );
}

/** Resamples of the two are the same ones only where every instance has as many seeds. */
function isSameCells(a: Headline, b: Headline): boolean {
  return isSameInstances(a, b) && a.seeds.every((count, place) => count === b.seeds[place]);
}

/** On the instances that both have. */
function differencesOf(a: Headline, b: Headline, sign: number): Float64Array {
  if (isSameInstances(a, b)) return a.perInstance.map((value, place) => sign * (value - b.perInstance[place]!));
  const ofB = new Map([...b.instances].map((number, place) => [number, b.perInstance[place]!]));
  return Float64Array.from(
    [...a.instances].flatMap((number, place) => {
      const other = ofB.get(number);
      return other === undefined ? [] : [sign * (a.perInstance[place]! - other)];
    }),
  );
}

function shareWon(tasks: readonly PairedTask[]): number {
  let [won, all] = [0, 0];
  for (const { differences } of tasks)
    for (const difference of differences) {
      all++;
      if (difference > 0) won++;
      else if (difference === 0) won += 0.5;
    }
  return won / all;
}
