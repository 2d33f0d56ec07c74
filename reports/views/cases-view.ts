import { countText, plural } from '../number-text.ts';
import { scriptJson } from '../script-json.ts';
import type { Summary } from '../summary.ts';
import { packedCaseData } from './case-data.ts';
import { shownCases } from './shown-cases.ts';

/** The case viewer as `cases.hbs` lays it out; `data` is `PackedCaseData` as JSON that no HTML parser takes for markup. */
export type CasesView = { readonly empty: boolean; readonly question: string; readonly data: string };

export function caseViews(summary: Summary): CasesView {
  const cases = shownCases(summary.cases);
  const left = summary.cases.length - cases.length;
  const tasks = new Set(cases.map(({ task }) => task)).size;
  return {
    empty: cases.length === 0,
    question: `One episode at a time: what was said, the truth, and what two methods make of it. ${plural(cases.length, 'episode')} of ${plural(tasks, 'task')}, a sample at the largest budget${left > 0 ? `; ${countText(left)} more in summary.json` : ''}.`,
    data: scriptJson(packedCaseData({ ...summary, cases })),
  };
}
