import type { AnalysisPlan } from '../analysis-plan.ts';
import type { Estimand } from '../contract.ts';
import type { CellRow } from '../row.ts';
import { holm } from '../statistics/holm.ts';
import { mean } from '../statistics/mean.ts';
import { studentTQuantile } from '../statistics/special/student-t.ts';
import { comparePaired, type PairedComparison } from './compare-paired.ts';
import { comparisonsAtBest } from './comparisons-at-best.ts';
import { estimandsOf } from './estimands-of.ts';
import { headlineOf } from './headline.ts';
import { countOf, pairRows, type SideNames } from './pair-rows.ts';
import { type PairedMetric, pairMetric } from './paired-metric.ts';
import { shareWon } from './share-won.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** Two methods by one metric on one task, or on all tasks together (task null), at one budget. */
export type MethodComparison = Omit<PairedComparison, 'degreesOfFreedom' | 'favours'> & {
  readonly first: string;
  readonly second: string;
  readonly estimand: Estimand;
  readonly budget: number | null;
  readonly task: string | null;
  readonly tasks: number;
  readonly metric: string;
  /** Means of the metric, in its own direction; the difference is above 0 where the first is better. */
  readonly firstMean: number;
  readonly secondMean: number;
  /** Student t interval of the difference at the plan's level; null where no spread is known. */
  readonly low: number | null;
  readonly high: number | null;
  /** After Holm over the tasks of this metric and budget; of all tasks together it is p itself. */
  readonly adjustedP: number | null;
  readonly verdict: Verdict;
  /** Share of instances on which the first is better, half of the ties included; null for a pooled metric. */
  readonly won: number | null;
};

/** What could not be compared: cells only one was scored on, and metrics without a value. */
export type Uncompared = {
  readonly first: string;
  readonly second: string;
  readonly task: string;
  readonly budget: number | null;
  readonly reason: string;
};

export type MethodPair = {
  readonly first: { readonly name: string; readonly rows: readonly CellRow[] };
  readonly second: { readonly name: string; readonly rows: readonly CellRow[] };
  readonly targets: readonly string[];
};

/** Every comparison of two methods: per estimand, budget and metric the tasks, then all of them together where there are several. */
export function compareMethods(
  { first, second, targets }: MethodPair,
  { plan, metrics, names }: { plan: AnalysisPlan; metrics: readonly string[]; names: SideNames },
): { comparisons: MethodComparison[]; uncompared: Uncompared[] } {
  const sides = { first: first.name, second: second.name };
  const uncompared: Uncompared[] = [];
  const groups = new Map<string, { about: Group; parts: Part[] }>();
  for (const { task, budget, pairs, lost, gained } of pairRows(first.rows, second.rows, names)) {
    const about = { ...sides, task, budget };
    if (countOf(lost) > 0) uncompared.push({ ...about, reason: `${cellsText(countOf(lost))} only of the first` });
    if (gained > 0) uncompared.push({ ...about, reason: `${cellsText(gained)} only of the second` });
    for (const estimand of estimandsOf(pairs, targets))
      for (const metric of new Set([headlineOf(estimand, plan), ...metrics])) {
        const found = pairMetric(pairs, estimand, metric);
        if ('reason' in found) uncompared.push({ ...about, reason: `${metric} against ${estimand}: ${found.reason}` });
        else {
          const key = JSON.stringify([estimand, budget ?? Number.MAX_SAFE_INTEGER, metric]);
          const group = groups.get(key) ?? { about: { estimand, budget, metric }, parts: [] };
          groups.set(key, group);
          group.parts.push({ task, found });
        }
      }
  }
  return { comparisons: [...groups.values()].flatMap((group) => comparisonsOf(group, sides, plan)), uncompared };
}

type Group = Pick<MethodComparison, 'estimand' | 'budget' | 'metric'>;
type Part = { readonly task: string; readonly found: PairedMetric };

function comparisonsOf(
  { about, parts }: { about: Group; parts: readonly Part[] },
  sides: Pick<MethodComparison, 'first' | 'second'>,
  plan: AnalysisPlan,
): MethodComparison[] {
  const single = parts.map((part) => [part]);
  const together = parts.length > 1 ? [...single, [...parts]] : single;
  const compared = together.map((some) => ({ some, comparison: pairedComparison(some, plan) }));
  const ofTasks = compared.slice(0, parts.length).map(({ comparison }) => comparison.p);
  const tested = ofTasks.filter((p) => p !== null);
  const adjusted = holm(tested);
  const outcomes = tested.map((p, test) => ({ p, adjustedP: adjusted[test]! }));
  let place = 0;
  return compared.map(({ some, comparison }, index) => {
    const isTask = index < parts.length;
    const adjustedP = comparison.p === null || !isTask ? comparison.p : adjusted[place++]!;
    const { degreesOfFreedom, favours: _, ...rest } = comparison;
    const reach =
      comparison.standardError === null
        ? null
        : comparison.standardError * studentTQuantile(1 - (1 - plan.level) / 2, degreesOfFreedom);
    return {
      ...sides,
      ...about,
      task: isTask ? some[0]!.task : null,
      tasks: some.length,
      firstMean: mean(some.map(({ found }) => found.first)),
      secondMean: mean(some.map(({ found }) => found.second)),
      ...rest,
      low: reach === null ? null : comparison.difference - reach,
      high: reach === null ? null : comparison.difference + reach,
      adjustedP,
      verdict: verdictOf(
        comparison,
        adjustedP,
        plan.alpha,
        isTask ? comparisonsAtBest(comparison.smallestP, outcomes, plan.alpha) : 1,
      ),
      won: some.some(({ found }) => found.isPooled) ? null : shareWon(some.map(({ found }) => found)),
    };
  });
}

function pairedComparison(parts: readonly Part[], { test, zeros, alpha, power }: AnalysisPlan): PairedComparison {
  const isPooled = parts.some(({ found }) => found.isPooled);
  return comparePaired(
    parts.map(({ task, found: { differences, scale } }) => ({ task, differences, scale })),
    { test: isPooled ? 'jackknife-t' : test, zeros, alpha, power },
  );
}

function cellsText(count: number): string {
  return count === 1 ? '1 cell' : `${count} cells`;
}
