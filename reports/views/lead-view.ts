import { instancesOf } from '../board-tables.ts';
import { boardTexts, estimandTexts } from '../board-text.ts';
import { leadOf } from '../lead.ts';
import { metricText } from '../metric-text.ts';
import { budgetText, intervalText, numberText, plural } from '../number-text.ts';
import type { BoardTable, Standing, Summary } from '../summary.ts';
import { truthText } from '../truth-text.ts';
import { type VerdictPart, verdictParts } from '../verdict-text.ts';
import { type LineView, lineViews } from './line-view.ts';

const shownLeaders = 3;

/** The answer of one board in short: who leads at the largest budget, by how much, and how surely. */
export type LeadView = {
  readonly board: string;
  readonly title: string;
  readonly estimand: string;
  readonly estimandTitle: string;
  readonly budget: string;
  readonly budgetTitle: string;
  readonly verdict: readonly { readonly text: string | null; readonly method: string | null }[];
  readonly headline: ReturnType<typeof metricText> & { readonly metric: string };
  readonly isResolved: boolean;
  /** The leaders, the first of the next group, and the best control besides the oracle; `role` says which of these. */
  readonly lines: readonly (LineView & { readonly role: string | null; readonly control: string | null })[];
  /** How many more are in the leading group. */
  readonly more: string | null;
  readonly margin: {
    readonly over: string;
    readonly value: string;
    readonly text: string;
    readonly interval: string | null;
    readonly method: string;
  } | null;
  readonly splitHalf: { readonly value: string; readonly text: string } | null;
  readonly truth: string;
  readonly extent: string;
};

export function leadView(summary: Summary, table: BoardTable): LeadView {
  const { board, estimand, budget, headline, resolution } = table;
  const { leaders, next, margin, controls } = leadOf(table);
  const [control] = controls;
  const shown = [
    ...leaders.slice(0, shownLeaders),
    ...(next === null ? [] : [next]),
    ...(control === undefined ? [] : [control]),
  ];
  const hidden = leaders.length - shownLeaders;
  const splitHalf = resolution?.splitHalf ?? null;
  return {
    board,
    title: boardTexts[board].title,
    estimand,
    estimandTitle: estimandTexts[estimand],
    budget: String(budget),
    budgetTitle: budgetText(budget),
    verdict: verdictParts(table).map(partView),
    headline: { metric: headline, ...metricText(headline) },
    isResolved: shown.some(({ rankInterval }) => rankInterval !== null),
    lines: lineViews(summary, table, shown, [], shown).map((line, place) => ({
      ...line,
      role: shown[place] === next ? 'next group' : shown[place] === control ? 'best control' : null,
      control: controlText(shown[place], controls),
    })),
    more: hidden > 0 ? `and ${plural(hidden, 'more method')} in the leading group` : null,
    margin:
      margin === null
        ? null
        : {
            method: margin.first,
            over: margin.second,
            value: String(margin.difference),
            text: numberText(margin.difference),
            interval: intervalText(margin),
          },
    splitHalf: splitHalf === null ? null : { value: String(splitHalf), text: numberText(splitHalf) },
    truth: truthText(summary, table),
    extent: `${plural(instancesOf(summary, table), 'instance')} of ${plural(table.tasks.length, 'task')}`,
  };
}

/** What the controls say of a method; null where none ran. */
function controlText(standing: Standing | undefined, controls: readonly Standing[]): string | null {
  if (standing === undefined || standing.control || standing.beatenBy !== null || controls.length === 0) return null;
  return controls.length === 1 ? `beats ${controls[0]?.method}` : 'beats the controls';
}

function partView(part: VerdictPart): LeadView['verdict'][number] {
  return 'text' in part ? { text: part.text, method: null } : { text: null, method: part.method };
}
