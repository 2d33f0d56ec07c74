import { budgetText, numberText, plural } from '../../reports/number-text.ts';
import type { GateFinding } from '../comparison/gate-findings.ts';
import { headlineEstimands } from '../comparison/headline.ts';
import type { Loss } from '../comparison/regression-lines.ts';
import type { GateReport } from './gate-report.ts';

export const gateHeads = [
  'method',
  'task',
  'budget',
  'metric',
  'verdict',
  'baseline',
  'candidate',
  'difference',
  'at least',
  'margin',
  'n',
  'p',
] as const;
/** How many columns of words come before those of numbers. */
export const wordColumns = 5;

/** One comparison as the cells of a table; names are as they are, not escaped. */
export function gateCells(finding: GateFinding): string[] {
  const { method, task, budget, conclusion, baseline, candidate, difference, low, margin, instances, adjustedP } =
    finding;
  const known = (value: number | null) => (value === null ? '–' : numberText(value));
  return [
    method,
    task,
    budgetText(budget),
    metricWords(finding),
    conclusion,
    known(baseline),
    known(candidate),
    instances === 0 ? '–' : numberText(difference),
    known(low),
    numberText(margin),
    String(instances),
    known(adjustedP),
  ];
}

/** `mse`, or `mse (banzhaf)` where the estimand is not the one its board is about. */
export function metricWords({ metric, estimand }: Pick<GateFinding, 'metric' | 'estimand'>): string {
  return headlineEstimands.includes(estimand) ? metric : `${metric} (${estimand})`;
}

/** What one comparison is about, in one line. */
export function aboutWords(finding: Pick<GateFinding, 'method' | 'task' | 'budget' | 'metric' | 'estimand'>): string {
  return `${finding.method} on ${finding.task}, ${budgetText(finding.budget)}, ${metricWords(finding)}`;
}

/** `c3 on relay, 16 evaluator calls: failed on 3 cells the baseline scored: threw Error: no` and so on, one per kind. */
export function lossWords({ method, task, budget, lost }: Loss): string[] {
  const where = `${method} on ${task}, ${budgetText(budget)}`;
  const because = (verb: string, reasons: Readonly<Record<string, number>>) =>
    Object.entries(reasons).map(
      ([reason, cells]) => `${where}: ${verb} on ${plural(cells, 'cell')} the baseline scored: ${reason}`,
    );
  return [
    ...because('failed', lost.failed),
    ...because('skipped', lost.skipped),
    ...(lost.missing > 0 ? [`${where}: lacks ${plural(lost.missing, 'cell')} the baseline scored`] : []),
  ];
}

/** The sentences under the table: what needs a word, first what matters most. */
export function gateNotes(report: GateReport): string[] {
  const { findings, losses, unmeasured, marginsUnused, acknowledgementsUnused, notes } = report;
  return [
    ...findings.flatMap((finding) => finding.notes.map((note) => `${aboutWords(finding)}: ${note}`)),
    ...losses.flatMap(lossWords),
    ...unmeasured.map((line) => `${aboutWords(line)}: not compared, the baseline has no value: ${line.reason}`),
    ...marginsUnused.map((metric) => `${metric}: has a margin and was not measured`),
    ...acknowledgementsUnused.map(
      ({ method, until }) => `acknowledgement of ${method} until ${until}: nothing to acknowledge`,
    ),
    ...notes,
  ];
}

/** The gate in one line. */
export function outcomeWords({ outcome, findings, losses, alpha }: GateReport): string {
  const count = (conclusion: GateFinding['conclusion']) =>
    findings.filter((finding) => finding.conclusion === conclusion).length;
  const counts = (['worse', 'unproven', 'not confirmed', 'acknowledged', 'pass'] as const)
    .filter((conclusion) => count(conclusion) > 0)
    .map((conclusion) => `${count(conclusion)} ${conclusion}`);
  const lost = losses.reduce((sum, { cells }) => sum + cells, 0);
  const parts = [...counts, ...(lost > 0 ? [`${plural(lost, 'cell')} lost`] : [])];
  const head = { passes: 'PASSES', worse: 'WORSE', incomplete: 'NOT PROVEN' }[outcome];
  return `${head}: ${parts.length === 0 ? 'nothing was measured' : parts.join(', ')} (one-sided, alpha ${alpha}, Holm over all comparisons)`;
}
