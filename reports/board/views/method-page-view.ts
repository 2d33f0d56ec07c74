import { boardTexts, estimandTexts } from '../../board-text.ts';
import { metricText } from '../../metric-text.ts';
import { budgetText, countText, intervalText, numberText } from '../../number-text.ts';
import { whyUnranked } from '../../standing-groups.ts';
import type { Measured } from '../../summary.ts';
import type { SecretScores } from '../secret-scores.ts';
import type { Listed, Site } from '../site.ts';
import { headlineOf } from './headline-of.ts';
import { type EntryView, entryView } from './history-view.ts';
import { type BadgeView, badgeView } from './method-cell.ts';
import { type ShellView, shellView } from './shell-view.ts';
import { methodPath, taskPaths } from './site-paths.ts';

type Fact = { readonly name: string; readonly text: string };
type Number = { readonly value: string; readonly text: string; readonly interval: string };
type Score = Number & {
  readonly task: string;
  readonly path: string;
  readonly estimand: string;
  readonly budget: string;
  readonly metric: ReturnType<typeof metricText>;
};

export type MethodPageView = ShellView & {
  readonly name: string;
  readonly heading: string;
  readonly removed: string;
  readonly badge: BadgeView;
  readonly code: string;
  readonly paper: string;
  readonly facts: readonly Fact[];
  readonly entries: readonly EntryView[];
  readonly standings: readonly StandingLine[];
  readonly hasSecret: boolean;
  readonly secretCells: string;
  readonly secrets: readonly SecretLine[];
  readonly scores: readonly Score[];
};
type StandingLine = Number & {
  readonly table: string;
  readonly rank: string;
  readonly why: string;
  readonly metric: string;
};
type SecretLine = {
  readonly table: string;
  readonly metric: ReturnType<typeof metricText>;
  readonly open: Number;
  readonly secret: Number;
  readonly difference: string;
  readonly verdict: string;
};

/** The page of one submission: its card, what was verified, where it stands, and its headline numbers task by task. */
export function methodPageView(site: Site, listed: Listed): MethodPageView {
  const { card, about, state, secret } = listed;
  return {
    ...shellView(site, card.title, methodPath(state.id)),
    name: about.method.name,
    heading: card.title,
    removed: state.removed ?? '',
    badge: badgeView(state),
    code: card.code.url,
    paper: card.paper ?? '',
    facts: factsOf(listed),
    // Whose entries they are, the page says.
    entries: state.entries.map((entry) => ({ ...entryView(site, entry), title: '' })),
    standings: standingLines(site, state.id),
    hasSecret: secret !== null,
    secretCells: secret === null ? '' : countText(secret.cells.scored),
    secrets: (secret?.tables ?? []).map(secretLine),
    scores: scoresOf(site, state.id),
  };
}

function standingLines({ summary }: Site, id: string): StandingLine[] {
  return summary.boards.flatMap((table) => {
    const { board, estimand, budget, headline, standings } = table;
    const mine = standings.find(({ method }) => method === id);
    const measured = mine?.metrics[headline];
    if (mine === undefined || measured === undefined) return [];
    return [
      {
        table: `${boardTexts[board].title}: ${estimandTexts[estimand]}, ${budgetText(budget)}`,
        rank: mine.rank === null ? 'not ranked' : String(mine.rank),
        why: mine.rank === null ? whyUnranked(summary, table, mine) : '',
        metric: metricText(headline).label,
        ...numberOf(measured),
      },
    ];
  });
}

function factsOf({ card, about, state, ofAuthors }: Listed): Fact[] {
  const { scored, skipped, failed } = about.cells;
  const optional = (name: string, text: string | undefined) => (text === undefined ? [] : [{ name, text }]);
  return [
    { name: 'submission', text: state.id },
    { name: 'authors', text: card.authors.join(', ') },
    { name: 'submissions of these authors', text: String(ofAuthors) },
    { name: 'best of', text: `${card.bestOf} ${card.bestOf === 1 ? 'variant: nothing was chosen' : 'variants tried'}` },
    { name: 'revision of the code', text: card.code.revision },
    { name: 'licence', text: card.licence },
    ...optional('contact', card.contact),
    ...optional('note', card.note),
    { name: 'method', text: about.method.title },
    { name: 'source', text: about.method.source },
    { name: 'targets', text: about.method.targets.map((estimand) => estimandTexts[estimand]).join(', ') || 'nothing' },
    { name: 'run with', text: about.method.code },
    { name: 'run on', text: `Node ${about.node}, V8 ${about.versions.v8}, ${about.os}` },
    { name: 'cells', text: `${countText(scored)} scored, ${countText(skipped)} skipped, ${countText(failed)} failed` },
    ...Object.entries(about.claimed).map(([task, cells]) => ({
      name: 'not recomputed',
      text: `${countText(cells)} cells of ${task}: its instances are not with the keeper`,
    })),
  ];
}

function scoresOf({ board, summary }: Site, id: string): Score[] {
  const paths = taskPaths(board);
  return summary.scores
    .filter(({ method, slice, metric, estimand }) => {
      return method === id && slice === null && metric === headlineOf(summary, estimand).headline;
    })
    .map((entry) => ({
      task: entry.task,
      path: paths.get(entry.task)!,
      estimand: estimandTexts[entry.estimand],
      budget: budgetText(entry.budget),
      metric: metricText(entry.metric),
      ...numberOf(entry),
    }));
}

function secretLine({
  board,
  estimand,
  budget,
  headline,
  better,
  open,
  secret,
}: SecretScores['tables'][number]): SecretLine {
  const difference = secret.value - open.value;
  const isWorse = better === 'lower' ? difference > 0 : difference < 0;
  return {
    table: `${boardTexts[board].title}: ${estimandTexts[estimand]}, ${budgetText(budget)}`,
    metric: metricText(headline),
    open: numberOf(open),
    secret: numberOf(secret),
    difference: `${difference > 0 ? '+' : ''}${numberText(difference)}`,
    verdict: areApart(open, secret) ? `${isWorse ? 'worse' : 'better'} on secret instances` : 'intervals overlap',
  };
}

/** Whether two 95 % intervals have nothing in common; where one is missing nothing is said. */
function areApart(a: Measured, b: Measured): boolean {
  if (a.low === null || a.high === null || b.low === null || b.high === null) return false;
  return a.high < b.low || b.high < a.low;
}

function numberOf(measured: Measured): Number {
  return {
    value: String(measured.value),
    text: numberText(measured.value),
    interval: intervalText(measured) ?? 'no interval',
  };
}
