import type { Claim, Measure } from '../harness/claim.ts';
import { type Random, randomNormal, randomOf } from '../harness/random.ts';
import type { Entry } from './entries.ts';
import { intervalOf } from './resample.ts';
import type { ClaimResult, DiagnosticEntry } from './summary.ts';

/** A measured number with replicates of its error; instances shared by two of them are resampled alike. */
type Known = { readonly value: number; readonly replicates: Float64Array };

const resamples = 1000;
/** Every claim held against what was measured; undecided where the 95 % interval of its sum is on neither side of the tolerance. */
export function claimResults(
  claims: readonly Claim[],
  entries: readonly Entry[],
  diagnostics: readonly DiagnosticEntry[],
  salt: string,
): ClaimResult[] {
  return claims.map(({ terms, ...about }): ClaimResult => {
    const { constant, relation, tolerance } = about;
    const found = terms.map(({ measure }) => knownOf(measure, entries, diagnostics, salt));
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
    const interval = intervalOf(replicates);
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
  entries: readonly Entry[],
  diagnostics: readonly DiagnosticEntry[],
  salt: string,
): Known | string {
  return 'metric' in measure ? knownScore(measure, entries) : knownDiagnostic(measure, diagnostics, salt);
}

function knownScore(
  { method, metric, task, role, budget }: Extract<Measure, { metric: string }>,
  entries: readonly Entry[],
): Known | string {
  const name = `${metric} of ${method} on ${task}${role === null ? '' : ` for ${role}`}`;
  const about = entries.find((one) => {
    const { slice, ...entry } = 'entry' in one ? one.entry : one.absent;
    const isRole = slice !== null && 'role' in slice && slice.role === role;
    const isMine = entry.method === method && entry.task === task && entry.budget === budget;
    return isMine && entry.metric === metric && entry.board === 'message' && (role === null ? slice === null : isRole);
  });
  if (about === undefined) return `no ${name}`;
  if ('absent' in about) return `${name} is undefined: ${about.absent.reason}`;
  const { replicates } = about.estimate;
  if (replicates === undefined) return `${name} has no interval: one instance`;
  return { value: about.entry.value, replicates };
}

function knownDiagnostic(
  { diagnostic, method, task, role, budget }: Extract<Measure, { diagnostic: string }>,
  diagnostics: readonly DiagnosticEntry[],
  salt: string,
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
