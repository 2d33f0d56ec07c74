import type { Summary } from '../summary.ts';

/** The place on the page where a method is described, by its name; names are no safe ids. */
export function methodAnchors({ manifest }: Pick<Summary, 'manifest'>): ReadonlyMap<string, string> {
  return new Map(manifest.suite.methods.map(({ name }, index) => [name, `method-${index + 1}`]));
}

/** The place on the page of a task, by its id. */
export function taskAnchors({ manifest }: Pick<Summary, 'manifest'>): ReadonlyMap<string, string> {
  return new Map(manifest.suite.tasks.map(({ id }, index) => [id, `task-${index + 1}`]));
}
