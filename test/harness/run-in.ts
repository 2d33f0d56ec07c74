import { z } from 'zod';
import { catalogs } from '../../harness/cli/catalogs.ts';
import type { Instance, Task } from '../../harness/contract.ts';
import { type AnyMethod, defineMethod } from '../../harness/define.ts';
import type { EpisodeRow } from '../../harness/episode-row.ts';
import { filesOf } from '../../harness/folder.ts';
import { standingRows } from '../../harness/journal.ts';
import { resolveSuite } from '../../harness/resolve-suite.ts';
import { keyOf, type Row } from '../../harness/row.ts';
import { type RunSettings, runSuite } from '../../harness/run.ts';
import type { Suite } from '../../harness/suite.ts';
import { lawSubjects } from '../../tasks/law-subjects.ts';

/** A small suite of games and a team. */
export const suite: Suite = {
  methods: ['shapley-permutation', 'c3', 'rloo'],
  tasks: ['additive', 'relay'],
  budgets: [8, 32],
  seeds: 2,
  instances: 2,
  laws: 0,
};

/** Runs the small suite, or what is given in its place, in a folder. */
export async function run(folder: string, given: Partial<Suite> = {}, settings: Partial<RunSettings> = {}) {
  const resolved = await resolveSuite({ ...suite, ...given }, catalogs);
  return runSuite(resolved, { folder, subjects: lawSubjects, ...settings });
}

/** The standing rows of a folder that are about a method, in the order of their keys. */
export async function rowsOf(folder: string): Promise<Exclude<Row, EpisodeRow>[]> {
  const rows: Exclude<Row, EpisodeRow>[] = [];
  for await (const row of standingRows(filesOf(folder).journal)) if (row.kind !== 'episode') rows.push(row);
  return rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** A method that needs worth and does what it is told. */
export const method = (id: string, assign: AnyMethod['assign']): AnyMethod =>
  defineMethod({
    id,
    title: id,
    source: 'test',
    targets: ['shapley'],
    needs: ['worth'],
    laws: {},
    options: z.object({}),
    assign,
  }) as AnyMethod;

/** A fixed task of one instance. */
export const task = (id: string, instance: () => Instance): Task => ({
  id,
  title: id,
  version: 1,
  offers: ['worth'],
  truth: 'closed-form',
  null: 'none',
  fixed: true,
  instances: () => [instance()],
});
