import { type Conclusion, type Finding, isOpen } from '../conformance/finding.ts';
import { meaningOf } from '../conformance/meaning.ts';
import { columns } from './output.ts';
import { printable } from './printable.ts';

export type Checked = {
  readonly kind: 'method' | 'task';
  readonly name: string;
  readonly conclusion: Conclusion;
  readonly findings: readonly Finding[];
};

/** The findings as a table, then every failure with the smallest case found and how to run it. @param selection as it was typed, if it was */
export function checkedText(checked: Checked, selection?: string): string {
  const { kind, name, findings } = checked;
  const rows = findings.map(({ check, claim, verdict, trials }) => [
    check,
    claim?.replaceAll('-', ' ') ?? '–',
    verdict.replaceAll('-', ' '),
    String(trials),
  ]);
  const failures = findings.filter((one) => one.claim !== null && (one.verdict === 'violated' || isOpen(one)));
  const unpromised = findings.filter(
    // Relabelling goes with the promise of symmetry and has no name of its own to promise.
    ({ check, claim, verdict }) => claim === null && verdict === 'held' && check !== 'relabelling',
  );
  return [
    `${kind} ${printable(name)}`,
    columns([['check', 'claim', 'verdict', 'tried on'], ...rows], [3]),
    ...failures
      // What waits for another finding is told by that one.
      .filter(({ verdict }) => verdict !== 'not-tried')
      .map((failure) => failureText(failure, kind, selection)),
    ...(unpromised.length > 0
      ? [`held without being promised: ${unpromised.map(({ check }) => check).join(', ')}`]
      : []),
    conclusionText(checked),
  ].join('\n\n');
}

function failureText(
  { check, claim, verdict, reason = '', counterexample }: Finding,
  kind: Checked['kind'],
  selection: string | undefined,
): string {
  const head = verdict === 'violated' ? 'VIOLATED' : 'NOT TRIED';
  const lines = [
    `${head} ${check} (${claim?.replaceAll('-', ' ')}): ${meaningOf(kind, check)}`,
    `  ${printable(reason)}`,
  ];
  if (counterexample !== undefined) lines.push(...caseLines(counterexample, selection));
  return lines.join('\n');
}

function caseLines(counterexample: unknown, selection: string | undefined): string[] {
  if (typeof counterexample === 'string')
    return [`  smallest instance found: ${printable(JSON.stringify(counterexample))}`];
  const { team, messages } = counterexample as { readonly team?: unknown; readonly messages?: readonly string[] };
  const [file, saying] =
    team === undefined ? ['smallest.game.json', ''] : ['smallest.team.json', ` --messages ${messages?.join(',')}`];
  const found = `  smallest ${team === undefined ? 'game' : 'team'} found: ${printable(JSON.stringify(team ?? counterexample))}`;
  if (selection === undefined) return [found, ...(saying === '' ? [] : [`  ${saying.trim()}`])];
  return [found, `  as ${file}: npx creditbench assign --method '${printable(selection)}' --input ${file}${saying}`];
}

function conclusionText({ conclusion, findings }: Checked): string {
  const violated = findings
    .filter(({ claim, verdict }) => claim !== null && verdict === 'violated')
    .map(({ check }) => check);
  const open = findings.filter(isOpen).map(({ check }) => check);
  return {
    kept: 'everything required and promised held',
    broken: `violated: ${violated.join(', ')}`,
    unknown: `could not be tried: ${open.join(', ')}`,
  }[conclusion];
}
