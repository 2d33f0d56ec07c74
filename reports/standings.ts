import type { Estimand } from '../harness/contract.ts';
import type { Manifest } from '../harness/manifest.ts';
import { type BoardDefinition, boardDefinitions } from './board-definitions.ts';
import type { Entry } from './entries.ts';
import type { Group } from './group.ts';
import { intervalOf } from './resample.ts';
import type { BoardTable, Measured, Standing } from './summary.ts';

type Scored = Extract<Entry, { entry: unknown }>;
/** Metric → task → entry, of one method in one table. */
type Sheet = Map<string, Map<string, Scored>>;

/** Every table that has something in it: board by board, estimand by estimand, budget by budget. */
export function boardTables(
  entries: readonly Entry[],
  groups: readonly Group[],
  { suite }: Pick<Manifest, 'suite'>,
): BoardTable[] {
  const scored = entries.filter((entry): entry is Scored => 'entry' in entry);
  return boardDefinitions.flatMap((definition) =>
    definition.estimands.flatMap((estimand) =>
      suite.budgets.flatMap((budget) => {
        const here = scored.filter(({ entry }) => {
          const isWhole = entry.slice === null || 'estimand' in entry.slice;
          return isWhole && entry.estimand === estimand && entry.budget === budget;
        });
        const table = tableOf(definition, estimand, budget, here, groups, suite.methods);
        return here.length > 0 && isWorthPrinting(table, definition) ? [table] : [];
      }),
    ),
  );
}

/** A table of another estimand is printed where some method targets it. */
function isWorthPrinting({ estimand, standings }: BoardTable, { headlineEstimand }: BoardDefinition): boolean {
  return estimand === headlineEstimand || standings.some(({ ranked }) => ranked);
}

function tableOf(
  { board, headline, better, metrics }: BoardDefinition,
  estimand: Estimand,
  budget: number | null,
  entries: readonly Scored[],
  groups: readonly Group[],
  methods: Manifest['suite']['methods'],
): BoardTable {
  const sheets = new Map<string, Sheet>();
  for (const found of entries) {
    const sheet = sheets.get(found.entry.method) ?? new Map<string, Map<string, Scored>>();
    sheets.set(found.entry.method, sheet);
    const byTask = sheet.get(found.entry.metric) ?? new Map<string, Scored>();
    sheet.set(found.entry.metric, byTask);
    byTask.set(found.entry.task, found);
  }
  const sign = better === 'lower' ? -1 : 1;
  const complete = new Map<string, number>();
  for (const { entry } of entries)
    if (entry.metric === headline) complete.set(entry.task, Math.max(complete.get(entry.task) ?? 0, entry.instances));
  // A task on which the headline is undefined for everybody can complete nobody.
  const tasks = [...complete.keys()].toSorted();
  const unranked = methods.flatMap((method): Standing[] => {
    const sheet = sheets.get(method.name);
    if (sheet === undefined) return [];
    const mine = groups.filter((group) => group.method === method.name && group.budget === budget);
    const scoredTasks = new Set([...sheet.values()].flatMap((byTask) => [...byTask.keys()]));
    return [
      {
        method: method.name,
        title: method.title,
        control: method.control,
        ranked: !method.control && method.targets.includes(estimand),
        rank: null,
        tasks: [...(sheet.get(headline) ?? [])].filter(([task, { entry }]) => entry.instances === complete.get(task))
          .length,
        of: tasks.length,
        metrics: Object.fromEntries(
          metrics.flatMap((metric) => {
            const byTask = sheet.get(metric);
            return byTask === undefined ? [] : [[metric, meanOverTasks([...byTask.values()])]];
          }),
        ),
        spent: meanSpent(mine.filter(({ task }) => scoredTasks.has(task))),
        beatenBy: method.control ? null : beatenBy(sheet, sheets, methods, headline, sign),
      },
    ];
  });
  return { board, estimand, budget, headline, better, metrics, tasks, standings: withRanks(unranked, headline, sign) };
}

function meanOverTasks(byTask: readonly Scored[]): Measured {
  const inOrder = byTask.toSorted((a, b) => (a.entry.task < b.entry.task ? -1 : 1));
  const value = inOrder.reduce((sum, { entry }) => sum + entry.value, 0) / inOrder.length;
  const sampled = inOrder.filter(({ estimate }) => estimate.replicates !== undefined);
  if (sampled.length === 0) return { value, low: null, high: null };
  const replicates = Float64Array.from({ length: sampled[0]!.estimate.replicates!.length }, (_, draw) => {
    const sum = inOrder.reduce((total, { entry, estimate }) => total + (estimate.replicates?.[draw] ?? entry.value), 0);
    return sum / inOrder.length;
  });
  return { value, ...intervalOf(replicates) };
}

function meanSpent(groups: readonly Group[]): Standing['spent'] {
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
function beatenBy(
  sheet: Sheet,
  sheets: ReadonlyMap<string, Sheet>,
  methods: Manifest['suite']['methods'],
  headline: string,
  sign: number,
): string | null {
  const mine = sheet.get(headline);
  if (mine === undefined) return null;
  const rivals = methods.flatMap(({ name, id, control }) => {
    const theirs = sheets.get(name)?.get(headline);
    if (!control || id === 'oracle' || theirs === undefined) return [];
    const common = [...mine.keys()].filter((task) => theirs.has(task));
    if (common.length < mine.size) return [];
    const margin = common.reduce((sum, task) => sum + mine.get(task)!.entry.value - theirs.get(task)!.entry.value, 0);
    return [{ name, margin: (sign * margin) / common.length }];
  });
  const best = rivals.toSorted((a, b) => a.margin - b.margin)[0];
  return best !== undefined && best.margin <= 1e-12 ? best.name : null;
}

/** Ranks the complete lines of methods that target the estimand; equal to 12 digits is equal. */
function withRanks(standings: readonly Standing[], headline: string, sign: number): Standing[] {
  const scoreOf = ({ metrics }: Standing) => Number((sign * metrics[headline]!.value).toPrecision(12));
  const isComplete = ({ ranked, tasks, of, metrics }: Standing) => ranked && tasks === of && headline in metrics;
  const scores = standings.filter(isComplete).map(scoreOf);
  return standings.map((standing) =>
    isComplete(standing)
      ? { ...standing, rank: 1 + scores.filter((other) => other > scoreOf(standing)).length }
      : standing,
  );
}
