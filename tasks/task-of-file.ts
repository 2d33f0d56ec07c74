import { basename } from 'node:path';
import type { Task } from '../harness/contract.ts';
import { badFile, brief, readJson } from '../harness/files.ts';
import { gameFileTask } from './games/game-task.ts';
import { teamFileTask } from './teams/team-file-task.ts';

/** A game or team file as a task, by its `kind`; undefined for what is not JSON. @throws CreditbenchError `bad-file` */
export function taskOfFile(path: string): Task | undefined {
  if (!path.endsWith('.json')) return undefined;
  const kind = kindOf(readJson(path));
  if (kind === 'game') return gameFileTask(path);
  if (kind === 'team') return teamFileTask(path);
  throw badFile(basename(path), ['kind'], `${brief(kind)} is no task; expected "game" or "team"`);
}

/** The `kind` of a file's value, whatever it is. */
export function kindOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
}
