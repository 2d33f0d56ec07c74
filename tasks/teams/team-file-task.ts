import { basename } from 'node:path';
import type { Task } from '../../harness/contract.ts';
import { fileTaskId } from '../file-task-id.ts';
import { drawInstance, offersOf } from './instance.ts';
import { readTeam } from './read-team.ts';
import { growTree } from './tree.ts';
import { teamTruth } from './truth.ts';

/** `./my.team.json` as a task: every instance is a fresh episode of that one team. The file is read at once. */
export function teamFileTask(path: string): Task {
  const world = readTeam(path);
  const tree = growTree(world);
  const team = teamTruth(tree);
  return {
    id: fileTaskId(path),
    title: `Episodes of the team ${basename(path)}`,
    version: 1,
    ...offersOf(world.null !== 'none', world.declaresErrors),
    truth: 'enumerated',
    null: world.null,
    *instances(random) {
      for (let k = 0; ; k++) yield drawInstance(String(k), tree, team, random.stream(k));
    },
  };
}
