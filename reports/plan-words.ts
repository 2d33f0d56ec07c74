import type { AnalysisPlan } from '../harness/analysis-plan.ts';
import { instancesOf } from './board-tables.ts';
import { fewUnits } from './interval.ts';
import { plural } from './number-text.ts';
import type { Resolution } from './resolution.ts';
import type { BoardTable, Summary } from './summary.ts';

/** What stands behind the numbers of one table, in plain sentences: test, correction, n, resampling, missing cells, the plan. */
export function planSentences(summary: Summary, table: BoardTable): string[] {
  const { plan, hash } = summary.analysis;
  const instances = plural(instancesOf(summary, table), 'instance');
  return [
    `Means over ${plural(table.tasks.length, 'task')} of equal weight; ${instances}.`,
    `In brackets, ${intervalWords(plan)}.`,
    ...(table.resolution === null
      ? []
      : [`${testWords(table.resolution, plan)}.`, rankWords(table.resolution, plan.resamples)]),
    ...(table.standings.some(({ metrics }) => metrics[table.headline]?.low === null) ? [noInterval] : []),
    missingWords[plan.missing],
    `Analysis plan ${hash.slice(0, 12)}.`,
    ...departures(summary),
  ];
}

/** What made the intervals: `95 % percentile bootstrap intervals over instances of these tasks, seeds kept together (1,000 resamples; …)`. */
export function intervalWords({ level, levels, resamples }: AnalysisPlan): string {
  return `${numberOf(100 * level)} % percentile bootstrap intervals over ${unitWords(levels)} (${plural(resamples, 'resample')}; stretched where a task has fewer than ${fewUnits} instances)`;
}

/** What is resampled: the claim that an interval makes. */
export function unitWords(levels: AnalysisPlan['levels']): string {
  const nested = ['tasks', 'instances', 'seeds'] as const;
  const units = nested.filter((unit) => levels.includes(unit));
  const [outer] = units;
  const above = outer === 'instances' ? ' of these tasks' : outer === 'seeds' ? ' of these instances' : '';
  const kept = levels.includes('seeds') ? '' : ', seeds kept together';
  return `${units.join(', then ')}${above}${kept}`;
}

/** What separates two methods, without a final stop. */
export function testWords({ test, alpha, comparisons }: Resolution, { zeros }: AnalysisPlan): string {
  const corrected = comparisons === 1 ? 'one pair, so no correction' : `Holm over ${plural(comparisons, 'pair')}`;
  return `Two methods differ by a two-sided ${testNames[test](zeros)}, ${corrected}, α = ${numberOf(alpha)}`;
}

const zeroWords = { drop: 'zeros dropped', pratt: 'zeros after Pratt', split: 'zeros split' } as const;

const testNames: Readonly<Record<Resolution['test'], (zeros: AnalysisPlan['zeros']) => string>> = {
  wilcoxon: (zeros) => `Wilcoxon signed-rank test on the differences per instance (${zeroWords[zeros]})`,
  'sign-flip': () => 'sign-flip permutation test on the differences per instance',
  'jackknife-t': () => 'Student t test on the differences of jackknife pseudo-values per instance',
};

function rankWords({ alpha }: Resolution, resamples: number): string {
  return `A group is its best method and all that this test does not separate from it; rank intervals hold all at once with probability ${numberOf(1 - alpha)}; P(best) is the share of ${plural(resamples, 'resample')} in which a method is first.`;
}

const noInterval =
  'There is no interval where one of the tasks has a single instance, whose spread is unknown, or where more than a twentieth of the resamples are undefined.';

const missingWords: Readonly<Record<AnalysisPlan['missing'], string>> = {
  'no-rank': 'A method that lacks a score on any instance has no rank.',
  worst: 'A missing score counts as the worst that any method got on that instance.',
  intersect: 'Only instances on which every method has a score are compared.',
};

function departures({ analysis: { earlier, instead } }: Pick<Summary, 'analysis'>): string[] {
  return [
    ...(instead === null ? [] : [`The reader asked for ${instead} instead of what the plan declares.`]),
    ...earlier.map(({ run, hash }) => `Run ${run} on this folder declared another plan, ${hash.slice(0, 12)}.`),
  ];
}

/** A declared setting as it was written, without the residue of arithmetic. */
function numberOf(setting: number): string {
  return String(Number(setting.toPrecision(6)));
}
