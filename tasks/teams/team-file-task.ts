import { basename } from 'node:path';
import type { Task } from '../../harness/contract.ts';
import { fileTaskId } from '../file-task-id.ts';
import { drawInstance, offersOf } from './instance.ts';
import { openTeam } from './open-team.ts';
import { readTeam } from './read-team.ts';

/** `./my.team.json` as a task: every instance is a fresh episode of that one team. The file is read at once. */
export function teamFileTask(path: string): Task {
  const world = readTeam(path);
  const { tree, team } = openTeam(world, basename(path));
  return {
    id: fileTaskId(path),
    title: `Episodes of the team ${basename(path)}`,
    version: 1,
    ...offersOf(world.null !== 'none', world.declaresErrors, team.knows),
    truth: world.truthDraws === undefined ? 'enumerated' : 'sampled',
    null: world.null,
    *instances(random) {
      for (let k = 0; ; k++) yield drawInstance(String(k), tree, team, random.stream(k));
    },
  };
}
