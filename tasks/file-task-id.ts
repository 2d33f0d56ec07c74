import { basename } from 'node:path';

/** What a task from a file is called: the file's name without `.json`, so that my.game and my.team are two tasks. */
export function fileTaskId(path: string): string {
  return basename(path).replace(/\.json$/, '');
}
