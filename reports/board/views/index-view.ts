import { allSections, boardSections } from '../../board-tables.ts';
import { boards, boardTexts, estimandTexts } from '../../board-text.ts';
import { countText } from '../../number-text.ts';
import { type Level, levels } from '../ledger-entry.ts';
import type { Site } from '../site.ts';
import { levelTexts } from './level-text.ts';
import { type ShellView, shellView } from './shell-view.ts';
import { type SiteTableView, siteTableView } from './site-table-view.ts';

export type IndexView = ShellView & {
  readonly counts: readonly { readonly name: string; readonly count: string }[];
  readonly head: string;
  readonly levels: readonly { readonly level: Level; readonly meaning: string }[];
  readonly secret: string;
  readonly isEmpty: boolean;
  readonly boards: readonly {
    readonly id: string;
    readonly title: string;
    readonly question: string;
    readonly sections: readonly {
      readonly heading: string;
      readonly largest: SiteTableView;
      readonly smaller: readonly SiteTableView[];
    }[];
  }[];
};

/** The front page: every board that a standing submission is on. */
export function indexView(site: Site): IndexView {
  const { board, listed, ledger, summary } = site;
  const standing = listed.filter(({ state }) => state.removed === null);
  const count = (name: string, number: number) => ({ name, count: countText(number) });
  return {
    ...shellView(site, 'Boards', 'index.html'),
    counts: [
      count('standing submissions', standing.length),
      count('removed', listed.length - standing.length),
      count(
        'cells recomputed',
        standing.reduce((sum, { about: { cells } }) => sum + cells.scored, 0),
      ),
      count('ledger entries', ledger.length),
    ],
    head: ledger.at(-1)!.hash,
    levels: levels.map((level) => ({ level, meaning: levelTexts[level] })),
    secret:
      board.secret === null
        ? 'This board has no secret instances: a method may have been tuned to the public ones.'
        : `Methods can also be run on secret instances, drawn from a salt whose SHA-256 is ${board.secret}; a method's page compares the two.`,
    isEmpty: standing.length === 0 || allSections(summary).length === 0,
    boards: boards.flatMap((name) => {
      const sections = boardSections(summary, name).filter(({ largest }) =>
        largest.standings.some(({ control }) => !control),
      );
      if (sections.length === 0) return [];
      return [
        {
          id: `board-${name}`,
          ...boardTexts[name],
          sections: sections.map(({ estimand, largest, smaller }) => ({
            heading: estimandTexts[estimand],
            largest: siteTableView(site, largest),
            smaller: smaller.map((table) => siteTableView(site, table)),
          })),
        },
      ];
    }),
  };
}
