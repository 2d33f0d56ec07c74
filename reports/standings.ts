import type { Estimand } from '../harness/contract.ts';
import type { Manifest } from '../harness/manifest.ts';
import { type BoardDefinition, boardsUnder } from './board-definitions.ts';
import type { Headline, Sheet, SheetStore, Sheets } from './board-sheets.ts';
import { profileOf } from './profile.ts';
import { resolve } from './resolve.ts';
import { type Halves, halvesOf } from './split-half.ts';
import type { BoardTable, Standing } from './summary.ts';
import type { GroupFacts } from './task-result.ts';

/** Every table that has something in it: board by board, estimand by estimand, budget by budget. */
export function boardTables(
  store: SheetStore,
  groups: readonly GroupFacts[],
  { suite }: Pick<Manifest, 'suite'>,
): BoardTable[] {
  const halves = halvesOf(suite.salt);
  return boardsUnder(suite.analysis).flatMap((definition) =>
    definition.estimands.flatMap((estimand) =>
      suite.budgets.flatMap((budget) => {
        const sheets = store.of(estimand, budget);
        const mine = groups.filter((group) => group.budget === budget);
        return sheets.size > 0 && isWorthPrinting(definition, estimand, sheets, suite.methods)
          ? [tableOf(definition, estimand, budget, sheets, mine, suite, halves)]
          : [];
      }),
    ),
  );
}

type Methods = Manifest['suite']['methods'];

/** A table of another estimand is printed where some method targets it. */
function isWorthPrinting(definition: BoardDefinition, estimand: Estimand, sheets: Sheets, methods: Methods): boolean {
  return (
    estimand === definition.headlineEstimand ||
    methods.some(({ name, control, targets }) => !control && targets.includes(estimand) && sheets.has(name))
  );
}

function tableOf(
  { board, headline, better, metrics }: BoardDefinition,
  estimand: Estimand,
  budget: number | null,
  sheets: Sheets,
  groups: readonly GroupFacts[],
  suite: Manifest['suite'],
  halves: Halves,
): BoardTable {
  const sign = better === 'lower' ? -1 : 1;
  const most = new Map<string, number>();
  for (const { headlines } of sheets.values())
    for (const [task, headline] of headlines) most.set(task, Math.max(most.get(task) ?? 0, cellsOf(headline)));
  // A task on which the headline is undefined for everybody can complete nobody.
  const tasks = [...most.keys()].toSorted();
  const standings = suite.methods.flatMap((method): Standing[] => {
    const sheet = sheets.get(method.name);
    if (sheet === undefined) return [];
    const own = groups.filter((group) => group.method === method.name);
    return [
      {
        method: method.name,
        title: method.title,
        control: method.control,
        ranked: !method.control && method.targets.includes(estimand),
        rank: null,
        tasks: [...sheet.headlines].filter(([task, headline]) => cellsOf(headline) === most.get(task)).length,
        of: tasks.length,
        metrics: Object.fromEntries(
          metrics.flatMap((metric) => {
            const mean = sheet.means.get(metric);
            return mean === undefined ? [] : [[metric, mean.mean()]];
          }),
        ),
        spent: meanSpent(own.filter(({ counts }) => counts.scored > 0)),
        beatenBy: method.control ? null : beatenBy(sheet, sheets, suite.methods, headline, sign),
        group: null,
        rankInterval: null,
        probabilityBest: null,
        aggregates: null,
      },
    ];
  });
  const about = { board, estimand, budget, headline, better, metrics, tasks };
  const resolved = resolve({ ...about, standings }, sheets, suite, halves);
  return { ...about, ...resolved, profile: profileOf({ ...about, ...resolved }, sheets, suite) };
}

/** Cells with a value: an instance of which a seed is missing is not complete. */
function cellsOf({ seeds }: Headline): number {
  return seeds.reduce((sum, count) => sum + count, 0);
}

function meanSpent(groups: readonly GroupFacts[]): Standing['spent'] {
  const cells = groups.reduce((sum, { counts }) => sum + counts.scored, 0);
  const mean = (purse: keyof Standing['spent']) => groups.reduce((sum, { spent }) => sum + spent[purse], 0) / cells;
  return {
    evaluations: mean('evaluations'),
    messages: mean('messages'),
    judgements: mean('judgements'),
    tokens: mean('tokens'),
  };
}

/** The best control besides the oracle, if the method is no better than it on the tasks it was scored on. */
function beatenBy(sheet: Sheet, sheets: Sheets, methods: Methods, headline: string, sign: number): string | null {
  const mine = sheet.headlines;
  if (mine.size === 0 || !sheet.means.has(headline)) return null;
  const rivals = methods.flatMap(({ name, id, control }) => {
    const theirs = sheets.get(name)?.headlines;
    if (!control || id === 'oracle' || theirs === undefined) return [];
    const common = [...mine.keys()].filter((task) => theirs.has(task));
    if (common.length < mine.size) return [];
    const margin = common.reduce((sum, task) => sum + mine.get(task)!.value - theirs.get(task)!.value, 0);
    return [{ name, margin: (sign * margin) / common.length }];
  });
  const best = rivals.toSorted((a, b) => a.margin - b.margin)[0];
  return best !== undefined && best.margin <= 1e-12 ? best.name : null;
}
