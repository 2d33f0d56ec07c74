import type { AnalysisPlan } from '../analysis-plan.ts';
import type { Estimand } from '../contract.ts';
import type { CellRow } from '../row.ts';
import { holm } from '../statistics/holm.ts';
import { estimandsOf } from './estimands-of.ts';
import { type Judgement, judgeRegression } from './judge-regression.ts';
import { gatedMetrics, type Margins } from './margins.ts';
import { countOf, type Lost, pairRows, type SideNames } from './pair-rows.ts';
import { pairMetric } from './paired-metric.ts';

/** One method as the baseline and the candidate have it: they differ in name where it was renamed. */
export type GatedMethod = {
  /** As it is printed. */
  readonly method: string;
  readonly baseline: readonly CellRow[];
  readonly candidate: readonly CellRow[];
  readonly targets: readonly string[];
};

/** What is gated, and how. */
export type GateSettings = {
  readonly margins: Margins;
  readonly alpha: number;
  readonly plan: AnalysisPlan;
  readonly names: SideNames;
};

/** What one comparison is about. */
export type About = {
  readonly method: string;
  readonly task: string;
  readonly budget: number | null;
  readonly estimand: Estimand;
  readonly metric: string;
};

/** One comparison of the candidate with the baseline. */
export type RegressionLine = About &
  Judgement & {
    readonly margin: number;
    readonly instances: number;
    /** Means of the metric over the instances both have; null where there are none. */
    readonly baseline: number | null;
    readonly candidate: number | null;
    /** Cells that the baseline has a value on and the candidate, though scored, has not. */
    readonly lost: number;
  };

/** Cells that the baseline was scored on and the candidate was not. */
export type Loss = Pick<About, 'method' | 'task' | 'budget'> & { readonly cells: number; readonly lost: Lost };

/** One look at the candidate: every comparison, what it lacks, and what neither has a value of. */
export type Look = {
  readonly lines: readonly RegressionLine[];
  readonly losses: readonly Loss[];
  readonly unmeasured: readonly (About & { readonly reason: string })[];
};

/** Compares what both hold; the order of rows and methods has no effect. @throws CreditbenchError where they are not about the same instances */
export function regressionLines(methods: readonly GatedMethod[], settings: GateSettings): Look {
  const { alpha, plan } = settings;
  const look = { lines: [] as RegressionLine[], losses: [] as Loss[], unmeasured: [] as Look['unmeasured'][number][] };
  for (const { method, baseline, candidate, targets } of methods.toSorted((a, b) => (a.method < b.method ? -1 : 1)))
    for (const { task, budget, pairs, lost } of pairRows(baseline, candidate, settings.names)) {
      const cells = countOf(lost);
      if (cells > 0) look.losses.push({ method, task, budget, cells, lost });
      for (const estimand of estimandsOf(pairs, targets))
        for (const { metric, margin } of gatedMetrics(estimand, settings.margins, plan)) {
          const about = { method, task, budget, estimand, metric };
          const found = pairMetric(pairs, estimand, metric);
          if (!('reason' in found)) {
            const { differences, scale, first, second, instances, lost: lostValues } = found;
            // pairMetric favours the first, which is the baseline.
            const judged = judgeRegression(
              differences.map((difference) => 0 - difference),
              { margin, alpha, power: plan.power, scale },
            );
            const values = { baseline: first, candidate: second, instances: instances.length, lost: lostValues };
            look.lines.push({ ...about, ...judged, margin, ...values });
          } else if (found.lost > 0)
            look.lines.push({ ...about, ...unknown, margin, reason: found.reason, lost: found.lost });
          else look.unmeasured.push({ ...about, reason: found.reason });
        }
    }
  return look;
}

const unknown = {
  difference: 0,
  standardError: null,
  low: null,
  high: null,
  verdict: 'unproven',
  p: null,
  pairsToDecide: null,
  instances: 0,
  baseline: null,
  candidate: null,
} as const;

/** A line with its p after Holm over all lines that have one. */
export type NamedLine = RegressionLine & { readonly adjustedP: number | null };

/** Names the worse ones: what is worse by itself and not after Holm is unproven. statistics.md §9.2 */
export function nameWorse(lines: readonly RegressionLine[], alpha: number): NamedLine[] {
  const tested = lines.flatMap(({ p }, place) => (p === null ? [] : [{ p, place }]));
  const adjusted = holm(tested.map(({ p }) => p));
  const ofPlace = new Map(tested.map(({ place }, index) => [place, adjusted[index]!]));
  return lines.map((line, place) => {
    const adjustedP = ofPlace.get(place) ?? null;
    if (line.verdict !== 'worse' || (adjustedP !== null && adjustedP <= alpha)) return { ...line, adjustedP };
    const reason = `worse by itself, not after Holm over ${tested.length} comparisons`;
    return { ...line, adjustedP, verdict: 'unproven', reason };
  });
}

/** One comparison's name, to find it in another look. */
export function keyOfLine({ method, task, budget, estimand, metric }: About): string {
  return JSON.stringify([method, task, budget, estimand, metric]);
}
