import type { BoardFile } from '../../reports/board/board-file.ts';
import type { Place } from '../../reports/board/recompute.ts';
import { type SuiteName, suites } from '../../tasks/suites.ts';
import { CreditbenchError, unknownName } from '../errors.ts';
import { brief } from '../files.ts';
import { loadSuite } from '../load-suite.ts';
import { packageVersion } from '../package.ts';
import { cellsOf, type ResolvedSuite } from '../plan.ts';
import { isPath, resolveSuite } from '../resolve-suite.ts';
import type { Suite } from '../suite.ts';
import { catalogs } from './catalogs.ts';

/** A named suite or a file's, its tasks in the box; the methods are the controls. @throws CreditbenchError */
export async function suiteForBoard(named: string): Promise<ResolvedSuite> {
  const given = await suiteNamed(named);
  const foreign = given.tasks.find((task) => !catalogs.tasks.some((own) => own === task || own.id === task));
  if (typeof foreign === 'string' && !isPath(foreign))
    throw unknownName(
      'task',
      foreign,
      catalogs.tasks.map(({ id }) => id),
    );
  if (foreign !== undefined)
    throw new CreditbenchError(
      'bad-usage',
      `task ${brief(typeof foreign === 'string' ? foreign : foreign.id)} is not in the box; a board's tasks are those that everybody has`,
    );
  return resolveSuite({ ...given, methods: [], laws: 0, diagnostics: [], claims: [] }, catalogs);
}

async function suiteNamed(named: string): Promise<Suite> {
  if (isPath(named)) return loadSuite(named);
  if (named in suites) return suites[named as SuiteName];
  throw unknownName('suite', named, Object.keys(suites));
}

/** A board's suite in this installation. @param salt in place of the public one @throws CreditbenchError `refused` where a task is here in another version */
export async function suiteOfBoard({ suite }: BoardFile, salt = suite.salt): Promise<ResolvedSuite> {
  for (const { id, version } of suite.tasks) {
    const here = catalogs.tasks.find((task) => task.id === id);
    if (here?.version === version) continue;
    const found = here === undefined ? 'does not have it' : `has version ${here.version}`;
    throw new CreditbenchError(
      'refused',
      `the board has task ${brief(id)} in version ${version}; creditbench ${packageVersion}, installed here, ${found}`,
    );
  }
  const tasks = suite.tasks.map(({ id }) => id);
  const { budgets, seeds, instances } = suite;
  return resolveSuite({ methods: [], tasks, budgets, seeds, instances, laws: 0, salt }, catalogs);
}

/** Every cell of a suite before it is any method's. */
export function* placesOf(suite: ResolvedSuite): Generator<Place> {
  for (const { method: _, ...place } of cellsOf({ ...suite, methods: suite.methods.slice(0, 1) })) yield place;
}
