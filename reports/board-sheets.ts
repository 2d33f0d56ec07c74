import type { AnalysisPlan } from '../harness/analysis-plan.ts';
import type { Estimand } from '../harness/contract.ts';
import type { BoardDefinition } from './board-definitions.ts';
import type { Estimate } from './estimate.ts';
import { type OverTasks, overTasks } from './over-tasks.ts';
import type { ScoreEntry } from './summary.ts';

/** The headline of one method on one task. */
export type Headline = Pick<Estimate, 'instances' | 'perInstance' | 'seeds'> & {
  readonly task: string;
  readonly value: number;
};

/** What a table needs of one method: a mean over tasks per metric, and the headline task by task. */
export type Sheet = { readonly means: Map<string, OverTasks>; readonly headlines: Map<string, Headline> };

/** The sheets of every method in one table, by method name. */
export type Sheets = ReadonlyMap<string, Sheet>;

/** Collects what tables need, task by task in canonical order; replicates are summed and let go. */
export type SheetStore = {
  add(definition: BoardDefinition, entry: ScoreEntry, estimate: Estimate): void;
  of(estimand: Estimand, budget: number | null): Sheets;
};

export function sheetStore(plan: AnalysisPlan, salt: string): SheetStore {
  const tables = new Map<string, Map<string, Sheet>>();
  return {
    add({ headline, metrics }, entry, { instances, perInstance, seeds, replicates, noise }) {
      const { task, method, metric, value, estimand, budget } = entry;
      if (!metrics.includes(metric) && metric !== headline) return;
      const sheets = found(tables, tableKey(estimand, budget), () => new Map<string, Sheet>());
      const sheet = found(sheets, method, () => ({ means: new Map(), headlines: new Map() }));
      const mean = found(sheet.means, metric, () => overTasks(plan, salt));
      mean.add({ task, value, instances: instances.length, replicates, noise });
      if (metric === headline) sheet.headlines.set(task, { task, value, instances, perInstance, seeds });
    },
    of: (estimand, budget) => tables.get(tableKey(estimand, budget)) ?? new Map(),
  };
}

function tableKey(estimand: Estimand, budget: number | null): string {
  return `${estimand} ${budget}`;
}

function found<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
