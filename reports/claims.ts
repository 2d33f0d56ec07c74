import type { AnalysisPlan } from '../harness/analysis-plan.ts';
import type { Claim, Measure } from '../harness/claim.ts';
import { type Random, randomNormal, randomOf } from '../harness/random.ts';
import type { Entry } from './entries.ts';
import { percentiles } from './interval.ts';
import type { ClaimResult, DiagnosticEntry } from './summary.ts';

/** A measured number with replicates of its error; instances shared by two of them are resampled alike. */
type Known = { readonly value: number; readonly replicates: Float64Array };

/** The measured scores that claims speak of, each with its replicates or why it has none. */
export type KnownMeasures = { add(one: Measurable): void; of(measure: ScoreMeasure): Known | string };
export type Measurable =
  | Pick<Extract<Entry, { entry: unknown }>, 'entry' | 'estimate'>
  | Extract<Entry, { absent: unknown }>;
type ScoreMeasure = Extract<Measure, { metric: string }>;

/** Whether some claim speaks of a score. */
export function isClaimed(claims: readonly Claim[]): (one: Measurable) => boolean {
  const wanted = new Set(
    claims.flatMap(({ terms }) => terms.flatMap(({ measure }) => ('metric' in measure ? [keyOf(measure)] : []))),
  );
  return (one) => {
    const measure = wanted.size > 0 ? measureOf(one) : undefined;
    return measure !== undefined && wanted.has(keyOf(measure));
  };
}

export function knownMeasures(): KnownMeasures {
  const found = new Map<string, Known | string>();
  return {
    add(one) {
      const measure = measureOf(one);
      if (measure !== undefined) found.set(keyOf(measure), knownOfEntry(one, nameOf(measure)));
    },
    of: (measure) => found.get(keyOf(measure)) ?? `no ${nameOf(measure)}`,
  };
}

function measureOf(one: Measurable): ScoreMeasure | undefined {
  const { board, slice, ...about } = 'entry' in one ? one.entry : one.absent;
  if (board !== 'message' || (slice !== null && 'estimand' in slice)) return undefined;
  return { ...about, role: slice === null ? null : slice.role };
}

function knownOfEntry(one: Measurable, name: string): Known | string {
  if ('absent' in one) return `${name} is undefined: ${one.absent.reason}`;
  const { replicates, noise } = one.estimate;
  if (replicates === undefined) return `${name} has no interval: one instance`;
  const drawn = noise === undefined ? replicates : replicates.map((value, place) => value + noise[place]!);
  return { value: one.entry.value, replicates: drawn };
}

function keyOf({ method, metric, task, role, budget }: ScoreMeasure): string {
  return JSON.stringify([method, metric, task, role, budget]);
}

function nameOf({ method, metric, task, role }: ScoreMeasure): string {
  return `${metric} of ${method} on ${task}${role === null ? '' : ` for ${role}`}`;
}

/** Every claim held against what was measured; undecided where the 95 % interval of its sum is on neither side of the tolerance. */
export function claimResults(
  claims: readonly Claim[],
  scores: KnownMeasures,
  diagnostics: readonly DiagnosticEntry[],
  { salt, analysis }: { readonly salt: string; readonly analysis: AnalysisPlan },
): ClaimResult[] {
  const { resamples } = analysis;
  return claims.map(({ terms, ...about }): ClaimResult => {
    const { constant, relation, tolerance } = about;
    const found = terms.map(({ measure }) => knownOf(measure, scores, diagnostics, salt, resamples));
    const shown = terms.map(({ weight, measure }, index) => {
      const known = found[index]!;
      return { weight, measure, value: typeof known === 'string' ? null : known.value };
    });
    const missing = found.find((known): known is string => typeof known === 'string');
    if (missing !== undefined) return { ...about, terms: shown, verdict: 'not measured', reason: missing };
    // Nothing is missing, so all are measured.
    const known = found as readonly Known[];
    const value = known.reduce((sum, term, index) => sum + terms[index]!.weight * term.value, constant);
    const replicates = Float64Array.from({ length: resamples }, (_, draw) =>
      known.reduce((sum, term, index) => sum + terms[index]!.weight * term.replicates[draw]!, constant),
    );
    const interval = percentiles(replicates, analysis.level);
    return {
      ...about,
      terms: shown,
      measured: { value, ...interval },
      verdict: verdictOf(relation, tolerance, interval),
    };
  });
}

function verdictOf(
  relation: Claim['relation'],
  tolerance: number,
  { low, high }: { low: number | null; high: number | null },
): 'holds' | 'does not hold here' | 'undecided here' {
  if (low === null || high === null) return 'undecided here';
  const isZero = -tolerance <= low && high <= tolerance;
  const [isPositive, isNegative] = [low > tolerance, high < -tolerance];
  const holds = { positive: isPositive, negative: isNegative, zero: isZero }[relation];
  if (holds) return 'holds';
  return isPositive || isNegative || isZero ? 'does not hold here' : 'undecided here';
}

function knownOf(
  measure: Measure,
  scores: KnownMeasures,
  diagnostics: readonly DiagnosticEntry[],
  salt: string,
  resamples: number,
): Known | string {
  return 'metric' in measure ? scores.of(measure) : knownDiagnostic(measure, diagnostics, salt, resamples);
}

function knownDiagnostic(
  { diagnostic, method, task, role, budget }: Extract<Measure, { diagnostic: string }>,
  diagnostics: readonly DiagnosticEntry[],
  salt: string,
  resamples: number,
): Known | string {
  const name = `${diagnostic} of ${method === null ? '' : `${method} on `}${task}${role === null ? '' : ` for ${role}`}`;
  const found = diagnostics.find(
    (entry) =>
      entry.name === diagnostic &&
      entry.method === method &&
      entry.task === task &&
      entry.role === role &&
      entry.budget === budget,
  );
  if (found === undefined) return `no ${name}`;
  if ('reason' in found) return `${name} is undefined: ${found.reason}`;
  const error = found.standardError ?? errorOf(found.low, found.high);
  if (error === null) return `${name} has no standard error`;
  const random: Random = randomOf(salt, 'claims', name, String(budget));
  const replicates = Float64Array.from({ length: resamples }, () => found.value + error * randomNormal(random));
  return { value: found.value, replicates };
}

/** Half the width of a 95 % interval in units of its normal quantile. */
function errorOf(low: number | null, high: number | null): number | null {
  return low === null || high === null ? null : (high - low) / (2 * 1.959963984540054);
}
