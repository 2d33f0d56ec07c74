import type { Entry } from '../ledger-entry.ts';
import type { Site } from '../site.ts';
import { type ShellView, shellView } from './shell-view.ts';
import { methodPath } from './site-paths.ts';

export type EntryView = {
  readonly index: string;
  readonly time: string;
  readonly action: string;
  readonly level: string;
  readonly title: string;
  readonly path: string | null;
  readonly why: string;
  readonly draw: string;
  readonly hash: string;
};

export type HistoryView = ShellView & { readonly entries: readonly EntryView[]; readonly head: string };

/** The ledger, the latest entry first. */
export function historyView(site: Site): HistoryView {
  return {
    ...shellView(site, 'History', 'history.html'),
    entries: site.ledger.toReversed().map((entry) => entryView(site, entry)),
    head: site.ledger.at(-1)!.hash,
  };
}

export function entryView({ listed }: Pick<Site, 'listed'>, entry: Entry): EntryView {
  const { index, time, action, level, submission, why, verification, hash } = entry;
  const known = listed.find(({ state }) => state.id === submission);
  return {
    index: String(index),
    time: `${time.slice(0, 10)} ${time.slice(11, 19)} UTC`,
    action,
    level: level ?? '',
    title: known?.card.title ?? '',
    path: known === undefined ? null : methodPath(known.state.id),
    why,
    draw: verification?.draw ?? '',
    hash,
  };
}
