import { basename } from 'node:path';
import { parseTranscript } from '../../tasks/language/transcript.ts';
import { kindOf } from '../../tasks/task-of-file.ts';
import type { Instance, Task } from '../contract.ts';
import { CreditbenchError, unknownName } from '../errors.ts';
import { badFile, brief, readJson } from '../files.ts';
import { loadTasks } from '../load-definitions.ts';
import { randomOf } from '../random.ts';
import { isPath } from '../resolve-suite.ts';
import { splitList } from '../selection.ts';
import { catalogs } from './catalogs.ts';

/** What one item of `--input` stands for: named instances, `episodes` of them at most. */
export type SignalInput = {
  readonly name: string;
  readonly episodes: number;
  instances(): Iterable<NamedInstance>;
};
export type NamedInstance = { readonly name: string; readonly instance: Instance };

const episodesOfATask = 16;

/**
 * The inputs of a list of team files, episode files, task files and ids of tasks, each known to have messages.
 * @param episodes per team or task; an episode file is one episode
 * @throws CreditbenchError
 */
export async function openSignalInputs(
  list: string,
  episodes: number | undefined,
  seed: number,
): Promise<SignalInput[]> {
  const items = splitList(list);
  const inputs = (await Promise.all(items.map((item) => openInputs(item, episodes ?? episodesOfATask, seed)))).flat();
  if (inputs.length === 0) throw new CreditbenchError('bad-usage', '--input names nothing');
  const names = inputs.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new CreditbenchError('bad-usage', `input "${twice}" is named twice`);
  if (episodes !== undefined && episodes > 1 && inputs.every((input) => input.episodes === 1))
    throw new CreditbenchError('bad-usage', `--episodes ${episodes}: ${names.join(', ')} is one episode already`);
  for (const input of inputs) requireMessages(input);
  return inputs;
}

async function openInputs(item: string, episodes: number, seed: number): Promise<SignalInput[]> {
  if (!isPath(item)) return [inputOfTask(taskNamed(item), episodes, seed)];
  if (!item.endsWith('.json')) return (await loadTasks(item)).map((task) => inputOfTask(task, episodes, seed));
  const value = readJson(item);
  const kind = kindOf(value);
  if (kind === 'episode') {
    const instance = parseTranscript(value, item);
    return [{ name: instance.id, episodes: 1, instances: () => [{ name: instance.id, instance }] }];
  }
  if (kind === 'game') throw noMessages(basename(item));
  if (kind !== 'team') throw badFile(basename(item), ['kind'], `${brief(kind)}; expected "team" or "episode"`);
  // A team file is a task, as is every game file: taskOfFile knows both kinds.
  return [inputOfTask(catalogs.taskOfFile(item)!, episodes, seed)];
}

function taskNamed(id: string): Task {
  const task = catalogs.tasks.find((candidate) => candidate.id === id);
  if (task !== undefined) return task;
  throw unknownName(
    'task',
    id,
    catalogs.tasks.map((candidate) => candidate.id),
  );
}

function inputOfTask(task: Task, episodes: number, seed: number): SignalInput {
  const reason = task.unavailable?.();
  if (reason !== undefined) throw new CreditbenchError('refused', `${task.id}: ${reason}`);
  return {
    name: task.id,
    episodes,
    *instances() {
      let left = episodes;
      for (const instance of task.instances(randomOf('signals', task.id, seed))) {
        yield { name: `${task.id}/${instance.id}`, instance: { null: task.null, ...instance } };
        // Before the next is asked for: drawing an instance can be dear.
        if (--left === 0) return;
      }
    },
  };
}

function requireMessages({ name, instances }: SignalInput): void {
  for (const { instance } of instances()) {
    if (instance.episode.messages.length > 0) return;
    throw noMessages(name);
  }
  throw new CreditbenchError('refused', `${name} has no episodes`);
}

function noMessages(name: string): CreditbenchError {
  return new CreditbenchError(
    'bad-usage',
    `${name} has no messages to reward; expected a team, an episode or a task with messages`,
  );
}
