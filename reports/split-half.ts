import { randomOf, randomOrder } from '../harness/random.ts';
import type { Sheets } from './board-sheets.ts';
import type { Contender, Unresolved } from './resolve.ts';

const halves = 100;

/** Random halves of the instances of a task, by its name and size; tables of one summary share them. */
export type Halves = (task: string, size: number) => readonly Uint32Array[];

export function halvesOf(salt: string): Halves {
  const known = new Map<string, readonly Uint32Array[]>();
  return (task, size) => {
    const key = JSON.stringify([task, size]);
    const found =
      known.get(key) ??
      Array.from({ length: halves }, (_, half) =>
        randomOrder(randomOf(salt, 'split-half', task, half), size).slice(0, Math.ceil(size / 2)),
      );
    known.set(key, found);
    return found;
  };
}

/**
 * Share of random halves of the instances of every task in which the leader of the whole is first, ties split evenly; null where
 * a task has one instance or the contenders do not share theirs. A pooled correlation enters by its pseudo-values.
 */
export function splitHalf(
  { tasks, better }: Unresolved,
  contenders: readonly Contender[],
  sheets: Sheets,
  halvesOf: Halves,
): number | null {
  const sign = better === 'lower' ? -1 : 1;
  const values = tasks.map((task) => contenders.map(({ method }) => sheets.get(method)!.headlines.get(task)!));
  if (values.length === 0) return null;
  for (const ofTask of values) {
    const size = ofTask[0]!.perInstance.length;
    if (size < 2 || ofTask.some(({ perInstance }) => perInstance.length !== size)) return null;
  }
  const drawn = values.map((ofTask, place) => halvesOf(tasks[place]!, ofTask[0]!.perInstance.length));
  let led = 0;
  for (let half = 0; half < halves; half++) {
    const scores = contenders.map(() => 0);
    for (const [place, ofTask] of values.entries()) {
      const taken = drawn[place]![half]!;
      for (const [contender, { perInstance }] of ofTask.entries()) {
        let sum = 0;
        for (const instance of taken) sum += perInstance[instance]!;
        scores[contender]! += (sign * sum) / taken.length;
      }
    }
    const best = Math.max(...scores);
    const leaders = scores.filter((score) => best - score <= 1e-12 * Math.abs(best)).length;
    if (best - scores[0]! <= 1e-12 * Math.abs(best)) led += 1 / leaders;
  }
  return led / halves;
}
