import { estimandTexts } from './board-text.ts';
import type { BoardTable, Standing, Summary } from './summary.ts';

/** A table's lines set apart: ranked by tie group and rank, shown but not ranked, controls; the latter two best first. */
export type StandingGroups = {
  readonly ranked: readonly Standing[];
  readonly shown: readonly Standing[];
  readonly controls: readonly Standing[];
};

export function standingGroups(table: BoardTable): StandingGroups {
  const bestFirst = table.standings.toSorted((a, b) => compareHeadlines(table, a, b));
  return {
    ranked: bestFirst
      .filter(({ control, rank }) => !control && rank !== null)
      .toSorted((a, b) => (a.group ?? 0) - (b.group ?? 0) || (a.rank ?? 0) - (b.rank ?? 0)),
    shown: bestFirst.filter(({ control, rank }) => !control && rank === null),
    controls: bestFirst.filter(({ control }) => control),
  };
}

/** Why a method that is no control has no rank in a table. */
export function whyUnranked(summary: Summary, table: BoardTable, standing: Standing): string {
  if (standing.ranked) return `complete on ${standing.tasks} of ${standing.of} tasks`;
  const targets = summary.manifest.suite.methods.find(({ name }) => name === standing.method)?.targets ?? [];
  if (targets.length === 0) return `does not target the ${estimandTexts[table.estimand].toLowerCase()}`;
  return `targets ${targets.map((target) => target.replaceAll('-', ' ')).join(', ')}`;
}

function compareHeadlines({ headline, better }: BoardTable, a: Standing, b: Standing): number {
  const [first, second] = [a.metrics[headline]?.value, b.metrics[headline]?.value];
  if (first === undefined || second === undefined) return Number(first === undefined) - Number(second === undefined);
  return better === 'lower' ? first - second : second - first;
}
