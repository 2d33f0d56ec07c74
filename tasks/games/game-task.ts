import { basename } from 'node:path';
import type { Task } from '../../harness/contract.ts';
import { defineTask } from '../../harness/define.ts';
import type { Random } from '../../harness/random.ts';
import { fileTaskId } from '../file-task-id.ts';
import { readGame } from './file.ts';
import type { Game } from './game.ts';
import { gameInstance } from './instance.ts';

type Identity = Pick<Task, 'id' | 'title' | 'version' | 'truth'>;

/** A task of endlessly many games, one per draw. */
export function gameTask({ draw, ...identity }: Identity & { draw(random: Random): Game }): Task {
  return defineTask({
    ...identity,
    ...offering,
    *instances(random) {
      for (let k = 0; ; k++) yield gameInstance(`${k}`, draw(random.stream(k)));
    },
  });
}

/** A task of the games listed, by the ids of their instances; the same under every seed. */
export function fixedGameTask({ games, ...identity }: Identity & { games: Readonly<Record<string, Game>> }): Task {
  return defineTask({
    ...identity,
    ...offering,
    fixed: true,
    instances: () => Object.entries(games).map(([id, game]) => gameInstance(id, game)),
  });
}

/** A task of the one game in a `*.game.json`, which is read at once. @throws CreditbenchError as readGame */
export function gameFileTask(path: string): Task {
  const game = readGame(path);
  const id = fileTaskId(path);
  return fixedGameTask({
    id,
    title: `The game in ${basename(path)}`,
    version: 1,
    truth: game.origin,
    games: { [id]: game },
  });
}

const offering = { offers: ['worth'], estimands: ['shapley', 'banzhaf', 'removal'], null: 'none' } as const;
