import { betterOf } from '../harness/better.ts';
import type { Manifest } from '../harness/manifest.ts';
import { type Column, emptyColumn } from './column.ts';
import { drawsOf } from './draws.ts';
import { type Entry, entriesOf } from './entries.ts';
import type { Group, Series } from './group.ts';
import type { TaskSummary } from './task-summary.ts';

type Scored = Extract<Entry, { entry: unknown }>;

/**
 * What boards average of one task under the plan's policy for missing cells. `no-rank`: what there is. `intersect`: only places
 * where every method that targets the estimand has a value. `worst`: where such a method has none, the worst value that any
 * of them has there; a pooled metric has no value per place and stays as it is.
 */
export function underPolicy(task: TaskSummary, { suite }: Pick<Manifest, 'suite'>): Scored[] {
  const isScored = (entry: Entry): entry is Scored => 'entry' in entry;
  if (suite.analysis.missing === 'no-rank') return task.entries.filter(isScored);
  const places = [...task.ordered.slots];
  const apply = suite.analysis.missing === 'intersect' ? intersected : filledWithWorst;
  const targets = new Map(suite.methods.map(({ name, control, targets }) => [name, control ? [] : targets]));
  const draws = drawsOf(suite.salt, task.task, suite.analysis);
  return [...new Set(task.groups.map(({ budget }) => budget))].flatMap((budget) => {
    const groups = task.groups.filter((group) => group.budget === budget);
    const series = new Map(groups.map((group) => [group, new Map(group.series)]));
    for (const [key, alike] of whole(groups)) {
      const { estimand } = alike[0]!;
      const ranked = groups.filter(({ method }) => targets.get(method)?.includes(estimand));
      for (const [group, changed] of apply(key, alike[0]!, groups, ranked, places))
        series.get(group)!.set(key, changed);
    }
    return groups.flatMap((group) =>
      entriesOf(
        { ...group, series: series.get(group)! },
        targets.get(group.method) ?? [],
        task.ordered,
        draws,
        suite.analysis,
      ).filter(isScored),
    );
  });
}

/** The series about whole episodes, by key. */
function whole(groups: readonly Group[]): Map<string, Series[]> {
  const found = new Map<string, Series[]>();
  for (const { series } of groups)
    for (const [key, one] of series) if (one.slice === null) found.set(key, [...(found.get(key) ?? []), one]);
  return found;
}

type Policy = (
  key: string,
  example: Series,
  groups: readonly Group[],
  ranked: readonly Group[],
  places: readonly number[],
) => Iterable<[Group, Series]>;

const intersected: Policy = (key, _, groups, ranked, places) => {
  const common = new Set(places.filter((place) => ranked.every(({ series }) => isThere(series.get(key), place))));
  return groups.flatMap((group): [Group, Series][] => {
    const series = group.series.get(key);
    if (series === undefined) return [];
    const pool = series.pool && new Map([...series.pool].filter(([place]) => common.has(place)));
    return [[group, { ...series, values: only(series.values, common), pool }]];
  });
};

const filledWithWorst: Policy = (key, example, _, ranked, places) => {
  if (example.pool !== undefined) return [];
  const worst = new Map(
    places.flatMap((place) => {
      const values = ranked
        .map(({ series }) => valueAt(series.get(key), place))
        .filter((value) => !Number.isNaN(value));
      return values.length === 0 ? [] : [[place, worstOf(values, example.metric)] as const];
    }),
  );
  return ranked.map((group): [Group, Series] => {
    const series = group.series.get(key) ?? { ...example, undefinedFor: new Map(), truthErrors: emptyColumn() };
    const own = group.series.get(key);
    const values = emptyColumn();
    for (const place of places) {
      const value = valueAt(own, place);
      const taken = Number.isNaN(value) ? worst.get(place) : value;
      if (taken !== undefined) values.set(place, taken);
    }
    return [group, { ...series, values }];
  });
};

function worstOf(values: readonly number[], metric: string): number {
  if (betterOf(metric) === 'higher') return Math.min(...values);
  if (betterOf(metric) === 'lower') return Math.max(...values);
  return values.toSorted((a, b) => Math.abs(b) - Math.abs(a))[0]!;
}

function isThere(series: Series | undefined, place: number): boolean {
  return series?.pool === undefined ? !Number.isNaN(valueAt(series, place)) : series.pool.has(place);
}

function valueAt(series: Series | undefined, place: number): number {
  return series?.values.get(place) ?? Number.NaN;
}

function only(values: Column, places: ReadonlySet<number>): Column {
  const kept = emptyColumn();
  for (const place of places) kept.set(place, values.get(place));
  return kept;
}
