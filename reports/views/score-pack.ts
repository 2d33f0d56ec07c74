import type { Summary } from '../summary.ts';
import { packedNumber } from './packed-number.ts';
import type { ScoreTableView } from './score-table-view.ts';

/** Tables of scores as `score-tables.js` draws them: names by their place in a list, numbers as letters. */
export type ScorePack = {
  readonly methods: readonly string[];
  readonly roles: readonly string[];
  /** What stands under `cells scored`. */
  readonly cells: readonly string[];
  readonly metrics: {
    readonly [metric: string]: { readonly label: string; readonly arrow: string; readonly words: string };
  };
  readonly lists: readonly (readonly number[])[];
  readonly tables: readonly {
    readonly id: string;
    readonly name: string;
    readonly board: string;
    readonly estimand: string;
    readonly task: string;
    readonly budget: string;
    readonly metrics: readonly string[];
    /** Places per line, themselves by their place in `lists`: most tables have the same. */
    readonly methods: number;
    /** Null where the table is of whole episodes. */
    readonly roles: number | null;
    readonly cells: number;
    /** Per line and metric value, low and high, as `packedNumber` writes them. */
    readonly values: string;
    /** By place, line × metrics + metric: the footnote of a score. */
    readonly marks: { readonly [place: number]: string };
    readonly notes: ScoreTableView['notes'];
  }[];
};

export function scorePack(summary: Summary, tables: readonly ScoreTableView[]): ScorePack {
  const [methods, roles, cells, lists] = [places(), places(), places(), places()];
  const listOf = (list: readonly number[]) => lists.of(JSON.stringify(list));
  for (const { name } of summary.manifest.suite.methods) methods.of(name);
  const packed = tables.map(({ id, name, board, estimand, task, budget, byRole, metrics, lines, notes }) => {
    const scores = lines.flatMap((line) => line.scores);
    return {
      id,
      name,
      board,
      estimand,
      task,
      budget,
      metrics: metrics.map(({ metric }) => metric),
      methods: listOf(lines.map(({ method }) => methods.of(method))),
      roles: byRole ? listOf(lines.map(({ role }) => roles.of(role))) : null,
      cells: listOf(lines.map((line) => cells.of(line.cells))),
      values: scores
        .map(({ measured }) =>
          [measured?.value, measured?.low, measured?.high].map((number) => packedNumber(number ?? null)).join(''),
        )
        .join(''),
      marks: Object.fromEntries(scores.flatMap(({ mark }, place) => (mark === null ? [] : [[place, mark]]))),
      notes,
    };
  });
  const metrics = tables.flatMap((table) => table.metrics);
  return {
    methods: methods.list,
    roles: roles.list,
    cells: cells.list,
    metrics: Object.fromEntries(metrics.map(({ metric, label, arrow, words }) => [metric, { label, arrow, words }])),
    lists: lists.list.map((list) => JSON.parse(list)),
    tables: packed,
  };
}

/** A list of distinct texts and the place of each. */
function places(): { readonly list: string[]; readonly of: (text: string) => number } {
  const list: string[] = [];
  const known = new Map<string, number>();
  return {
    list,
    of: (text) => {
      const place = known.get(text) ?? list.push(text) - 1;
      known.set(text, place);
      return place;
    },
  };
}
