import type { BoardFile } from '../board-file.ts';

/** The page of a submission; ids are hexadecimal digits, so no name reaches a path. */
export function methodPath(id: string): string {
  return `method-${id}.html`;
}

/** The page of each task, by its id: its place on the board, because an id is no safe file name. */
export function taskPaths({ suite }: BoardFile): ReadonlyMap<string, string> {
  return new Map(suite.tasks.map(({ id }, index) => [id, `task-${index + 1}.html`]));
}
