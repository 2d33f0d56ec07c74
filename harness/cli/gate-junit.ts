import { budgetText, numberText } from '../../reports/number-text.ts';
import type { GateFinding } from '../comparison/gate-findings.ts';
import type { GateReport } from './gate-report.ts';
import { lossWords, metricWords, outcomeWords } from './gate-words.ts';
import { printable } from './printable.ts';

type Case = { readonly of: string; readonly name: string; readonly body: string; readonly kind: Kind };
type Kind = 'passed' | 'failure' | 'error' | 'skipped';

/** A gate as JUnit XML, one test case per comparison: `worse` is a failure, what was not measured or proven an error, what is acknowledged skipped. */
export function gateJunit(report: GateReport): string {
  const cases = [
    ...report.findings.map(caseOf),
    ...report.losses.map((loss): Case => {
      const name = `${loss.task}, ${budgetText(loss.budget)}, cells`;
      return { of: loss.method, name, kind: 'error', body: element('error', lossWords(loss).join('; ')) };
    }),
    ...report.marginsUnused.map((metric): Case => {
      return {
        of: 'margins',
        name: metric,
        kind: 'error',
        body: element('error', 'has a margin and was not measured'),
      };
    }),
  ];
  if (cases.length === 0)
    cases.push({ of: 'gate', name: 'measured', kind: 'error', body: element('error', outcomeWords(report)) });
  const count = (kind: Kind) => cases.filter((one) => one.kind === kind).length;
  const counts = `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="creditbench gate" ${counts}>`,
    `  <testsuite name="creditbench gate" ${counts}>`,
    ...cases.map(
      ({ of, name, body }) => `    <testcase classname="${xmlText(of)}" name="${xmlText(name)}">${body}</testcase>`,
    ),
    '  </testsuite>',
    '</testsuites>\n',
  ].join('\n');
}

function caseOf(finding: GateFinding): Case {
  const { method, task, budget, conclusion, notes } = finding;
  const kinds = {
    pass: 'passed',
    'not confirmed': 'passed',
    worse: 'failure',
    unproven: 'error',
    acknowledged: 'skipped',
  } as const;
  const kind = kinds[conclusion];
  const said = [conclusion, ...numbersOf(finding), ...notes].join('; ');
  return {
    of: method,
    name: `${task}, ${budgetText(budget)}, ${metricWords(finding)}`,
    kind,
    body: kind === 'passed' ? `<system-out>${xmlText(said)}</system-out>` : element(kind, said),
  };
}

function numbersOf({ difference, low, high, margin, instances }: GateFinding): string[] {
  if (instances === 0) return [];
  const bounds = low === null || high === null ? '' : ` in [${numberText(low)}, ${numberText(high)}]`;
  return [`difference ${numberText(difference)}${bounds} on ${instances} instances, margin ${numberText(margin)}`];
}

function element(kind: Exclude<Kind, 'passed'>, message: string): string {
  return kind === 'skipped'
    ? `<skipped message="${xmlText(message)}"/>`
    : `<${kind} message="${xmlText(message)}">${xmlText(message)}</${kind}>`;
}

/** Text inside an attribute or element; characters that XML 1.0 forbids are replaced. */
function xmlText(text: string): string {
  return printable(text)
    .replace(/[\p{Cs}\uFFFE\uFFFF]/gu, '�')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
