import { type Acknowledged, type Acknowledgement, acknowledgementOf } from './acknowledgement.ts';
import { keyOfLine, type Look, type NamedLine, nameWorse } from './regression-lines.ts';

/** What becomes of one comparison once acknowledgements and a second look have had their say. */
export type Conclusion = 'pass' | 'worse' | 'unproven' | 'acknowledged' | 'not confirmed';
export type GateFinding = NamedLine & {
  readonly conclusion: Conclusion;
  /** Whether a second look saw the same; null where there was none or it could not tell. */
  readonly confirmed: boolean | null;
  readonly acknowledgement: Acknowledged | null;
  /** What a reader must know besides the numbers, as sentences. */
  readonly notes: readonly string[];
};

/** A second look, or why there is none. */
export type SecondLook =
  | { readonly look: Look; readonly instances: 'fresh' | 'the same' }
  | { readonly reason: string };

/** The whole gate: `worse` where something is; `incomplete` where something is missing, unproven or nothing was measured. */
export type GateOutcome = 'passes' | 'worse' | 'incomplete';

/** Lines that are worse, and that no valid acknowledgement covers: what a second look is for. */
export function alertsOf(
  lines: readonly NamedLine[],
  acknowledgements: readonly Acknowledgement[],
  today: string,
): NamedLine[] {
  return lines.filter((line) => {
    const acknowledged = acknowledgementOf(line, acknowledgements, today);
    return line.verdict === 'worse' && (acknowledged === undefined || acknowledged.expired);
  });
}

/** Every line with its conclusion. A second look that is unproven leaves its line unproven; one that could not tell leaves it worse. */
export function gateFindings(
  lines: readonly NamedLine[],
  given: {
    readonly acknowledgements: readonly Acknowledgement[];
    readonly today: string;
    readonly alpha: number;
    readonly second: SecondLook | undefined;
  },
): GateFinding[] {
  const alerts = new Set(alertsOf(lines, given.acknowledgements, given.today).map(keyOfLine));
  const seen = secondLines(given.second, alerts, given.alpha);
  return lines.map((line) => {
    const notes = [...noteOf(line)];
    const about = { ...line, confirmed: null, acknowledgement: null };
    if (line.verdict !== 'worse')
      return { ...about, conclusion: line.lost > 0 ? 'unproven' : line.verdict, notes } as const;
    const acknowledgement = acknowledgementOf(line, given.acknowledgements, given.today) ?? null;
    if (acknowledgement?.expired === false)
      return {
        ...about,
        acknowledgement,
        conclusion: 'acknowledged',
        notes: [...notes, `acknowledged until ${acknowledgement.until}: ${acknowledgement.reason}`],
      } as const;
    if (acknowledgement !== null) notes.push(`its acknowledgement expired on ${acknowledgement.until}`);
    const looked = lookedAgain(given.second, seen.get(keyOfLine(line)));
    return { ...line, acknowledgement, ...looked, notes: [...notes, looked.note] };
  });
}

/** @param isLacking cells or declared metrics that were not measured */
export function gateOutcome(findings: readonly GateFinding[], isLacking: boolean): GateOutcome {
  if (findings.some(({ conclusion }) => conclusion === 'worse')) return 'worse';
  const isOpen = findings.length === 0 || isLacking || findings.some(({ conclusion }) => conclusion === 'unproven');
  return isOpen ? 'incomplete' : 'passes';
}

/** The second look's lines for the alerts alone, corrected among themselves. */
function secondLines(second: SecondLook | undefined, alerts: ReadonlySet<string>, alpha: number) {
  const lines = second !== undefined && 'look' in second ? second.look.lines : [];
  const named = nameWorse(
    lines.filter((line) => alerts.has(keyOfLine(line))),
    alpha,
  );
  return new Map(named.map((line) => [keyOfLine(line), line]));
}

function lookedAgain(second: SecondLook | undefined, line: NamedLine | undefined) {
  if (second === undefined)
    return { conclusion: 'worse', confirmed: null, note: 'not confirmed by a second look' } as const;
  if ('reason' in second)
    return { conclusion: 'worse', confirmed: null, note: `could not be confirmed: ${second.reason}` } as const;
  if (line === undefined || line.p === null)
    return {
      conclusion: 'worse',
      confirmed: null,
      note: 'could not be confirmed: the second look has no value of it',
    } as const;
  const seeds = `fresh seeds on ${second.instances} instances`;
  if (line.verdict === 'worse')
    return { conclusion: 'worse', confirmed: true, note: `confirmed with ${seeds}` } as const;
  if (line.verdict === 'pass')
    return { conclusion: 'not confirmed', confirmed: false, note: `not confirmed: passes with ${seeds}` } as const;
  return { conclusion: 'unproven', confirmed: false, note: `worse at first, unproven with ${seeds}` } as const;
}

function noteOf({ reason, lost, pairsToDecide, instances }: NamedLine): string[] {
  return [
    ...(reason === undefined ? [] : [reason]),
    ...(lost > 0 ? [`no value on ${lost} cells that the baseline has one on`] : []),
    ...(pairsToDecide !== null && pairsToDecide > instances ? [`about ${pairsToDecide} instances would decide`] : []),
  ];
}
