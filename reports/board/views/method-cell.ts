import type { Level } from '../ledger-entry.ts';
import type { Listed, Site } from '../site.ts';
import { levelTexts } from './level-text.ts';
import { methodPath } from './site-paths.ts';

/** A level as a badge. */
export type BadgeView = { readonly level: Level; readonly meaning: string; readonly isContradicted: boolean };

/** Whose line it is: a submission with its page, or a control, which has none. */
export type MethodCell = {
  readonly title: string;
  readonly path: string | null;
  readonly method: string;
  readonly authors: string;
  readonly badge: BadgeView | null;
  readonly bestOf: string;
  readonly ofAuthors: string;
  readonly added: string;
};

/** @param name as the summary has it: a submission's id, or a control */
export function methodCell({ listed, summary }: Pick<Site, 'listed' | 'summary'>, name: string): MethodCell {
  const submission = listed.find(({ state }) => state.id === name);
  if (submission !== undefined) return submissionCell(submission);
  const control = summary.manifest.suite.methods.find((method) => method.name === name);
  return {
    title: control?.title ?? name,
    path: null,
    method: name,
    ...{ authors: '', badge: null, bestOf: '', ofAuthors: '', added: '' },
  };
}

function submissionCell({ card, about, state, ofAuthors }: Listed): MethodCell {
  return {
    title: card.title,
    path: methodPath(state.id),
    method: about.method.name,
    authors: authorsText(card.authors),
    badge: badgeView(state),
    bestOf: String(card.bestOf),
    ofAuthors: String(ofAuthors),
    added: state.added.slice(0, 10),
  };
}

export function badgeView({ level, isContradicted }: Listed['state']): BadgeView {
  return { level, meaning: levelTexts[level], isContradicted };
}

/** All authors up to three, else the first and how many more. */
function authorsText(authors: readonly string[]): string {
  return authors.length <= 3 ? authors.join(', ') : `${authors[0]} and ${authors.length - 1} more`;
}
