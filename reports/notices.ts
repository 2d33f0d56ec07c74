import { claimCounts } from './claim-lines.ts';
import { countText, plural } from './number-text.ts';
import { warningAdvice, warnings } from './overview.ts';
import type { Summary } from './summary.ts';

/** What a reader must know before believing a board, and the section that says more. */
export type Notice = { readonly isWarning: boolean; readonly text: string; readonly section: string };

export function notices(summary: Summary): Notice[] {
  const cells = warnings(summary);
  const broken = summary.laws.filter(({ verdict, claim }) => verdict === 'violated' && claim !== null).length;
  return [
    ...(cells.length === 0 ? [] : [warning(`${cells.join('; ')}. ${warningAdvice}`, 'coverage')]),
    ...planNotices(summary),
    ...(broken === 0
      ? []
      : [warning(`${plural(broken, 'promised law')} ${broken === 1 ? 'is' : 'are'} violated.`, 'laws')]),
    ...doctorNotices(summary),
    ...(summary.claims.length === 0
      ? []
      : [note(`${plural(summary.claims.length, 'claim')}: ${claimCounts(summary)}.`, 'claims')]),
  ];
}

function planNotices({ analysis: { earlier, instead, hash } }: Summary): Notice[] {
  const runs = earlier.map(({ run }) => run);
  return [
    ...(runs.length === 0
      ? [note(`The analysis plan (${hash.slice(0, 12)}) never changed.`, 'provenance')]
      : [
          warning(
            `The analysis plan changed: ${runs.length === 1 ? 'run' : 'runs'} ${runs.join(', ')} declared another.`,
            'provenance',
          ),
        ]),
    ...(instead === null ? [] : [warning(`Not as the plan declares: ${instead}.`, 'provenance')]),
  ];
}

/** In a simulated team one transcript may have many truths; in collected logs two truths of one episode contradict each other. */
function doctorNotices({ doctor, manifest }: Summary): Notice[] {
  const collected = new Set(manifest.suite.tasks.flatMap(({ id, truth }) => (truth === 'annotated' ? [id] : [])));
  const sum = (key: 'instances' | 'dead') => doctor.reduce((total, entry) => total + entry[key], 0);
  const dead = sum('dead');
  const contradictory = doctor.reduce(
    (total, entry) => total + (collected.has(entry.task) ? entry.contradictory : 0),
    0,
  );
  const found = [
    ...(dead === 0 ? [] : [`${countText(dead)} ${dead === 1 ? 'tells' : 'tell'} no method from another`]),
    ...(contradictory === 0
      ? []
      : [`${countText(contradictory)} ${contradictory === 1 ? 'contradicts' : 'contradict'} an earlier one`]),
  ];
  if (found.length === 0) return [];
  return [note(`Of ${plural(sum('instances'), 'examined instance')}, ${found.join(' and ')}.`, 'doctor')];
}

const warning = (text: string, section: string): Notice => ({ isWarning: true, text, section });
const note = (text: string, section: string): Notice => ({ isWarning: false, text, section });
