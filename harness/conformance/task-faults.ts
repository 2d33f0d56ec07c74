import { isDeepStrictEqual } from 'node:util';
import type { Instance, Task } from '../contract.ts';
import { faultOfEpisode, faultOfTruth } from '../faults.ts';
import { brief } from '../files.ts';
import type { Random } from '../random.ts';
import { draw } from './drawn.ts';

/** What is wrong with a draw as a whole: too few instances, or two of one name. */
export function faultOfInstances(task: Task, drawn: readonly Instance[], wanted: number): string | undefined {
  if (drawn.length === 0) return 'it has no instances';
  if (task.fixed !== true && drawn.length < wanted)
    return `it has ${drawn.length} instances and no more; a task goes on drawing, or says fixed: true`;
  const ids = drawn.map(({ id }) => id);
  if (ids.some((id) => typeof id !== 'string' || id === ''))
    return 'an instance has no name; expected an id of at least one character';
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  return twice === undefined ? undefined : `two instances are called ${brief(twice)}`;
}

/** What is wrong with an episode, its names and texts included. */
export function faultOfWholeEpisode({ episode, noise }: Instance): string | undefined {
  const { agents, messages, problem } = episode;
  const names = agents.map(({ id }) => id);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return `two agents are called ${brief(twice)}`;
  const texts: readonly unknown[] = [
    problem,
    ...agents.flatMap(({ id, role }) => [id, role]),
    ...messages.map(({ text }) => text),
  ];
  const wrong = texts.findIndex((text) => typeof text !== 'string');
  if (wrong >= 0)
    return `${brief(texts[wrong])} stands where a problem, a name, a role or a message should; expected text`;
  if (noise !== 'none' && noise !== 'sampled') return `its noise is ${brief(noise)}; expected "none" or "sampled"`;
  return faultOfEpisode(episode);
}

/** What is wrong with the truth of an instance: its numbers, or which estimands it knows. */
export function faultOfWholeTruth(task: Task, { truth, episode }: Instance): string | undefined {
  const known = truth();
  const { standardErrors, ...estimands } = known;
  const [found, declared] = [Object.keys(estimands).toSorted(), (task.estimands ?? []).toSorted()];
  if (!isDeepStrictEqual(found, declared))
    return `it knows the truth of ${listText(found)}; the task's estimands are ${listText(declared)}`;
  if ((standardErrors !== undefined) !== (task.truth === 'sampled'))
    return `its truth has ${standardErrors === undefined ? 'no ' : ''}standard errors; the task says it is ${task.truth}`;
  const fault = faultOfTruth(known, episode);
  if (fault !== undefined) return fault;
  return isDeepStrictEqual(truth(), known) ? undefined : 'its truth is another one the second time';
}

/** Whether the same stream draws the same instances, whatever was done with those before, and another stream others. */
export function faultOfDrawing(task: Task, stream: () => Random, other: Random, wanted: number): string | undefined {
  const plain = draw(task, stream(), wanted).map(contentOf);
  const asked = draw(task, stream(), wanted, ({ excluded, truth }) => excluded === undefined && truth()).map(contentOf);
  for (const [index, one] of plain.entries())
    if (!isDeepStrictEqual(one, asked[index]))
      return `instance ${brief(one.id)} is another one when drawn again from the same stream`;
  const others = draw(task, other, wanted).map(contentOf);
  if (task.fixed === true)
    return isDeepStrictEqual(others, plain) ? undefined : 'it is fixed, and its instances change with the seed';
  return isDeepStrictEqual(others, plain)
    ? 'its instances are the same for every seed; draw them from random, or say fixed: true'
    : undefined;
}

function contentOf(instance: Instance) {
  const { id, episode, noise, excluded } = instance;
  return { id, episode, noise, excluded, truth: excluded === undefined ? instance.truth() : undefined };
}

export function listText(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.join(', ');
}
