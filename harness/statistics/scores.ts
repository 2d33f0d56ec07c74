import { checkFinite } from './check-values.ts';

/** Scores of one method as `scores[task][instance][seed]`; tasks may differ in instances, and instances in seeds. */
export type Scores = readonly (readonly ArrayLike<number>[])[];

/** The same in plain arrays that nobody else holds, as statistics are given them. */
export type PlainScores = number[][][];

export function plainScores(scores: Scores): PlainScores {
  return scores.map((task) => task.map((seeds) => Array.from(seeds)));
}

/** @throws RangeError naming a task without instances, an instance without seeds, or a score that is not finite */
export function checkScores(scores: Scores): void {
  for (const [place, task] of scores.entries()) {
    if (task.length === 0) throw new RangeError(`task ${place} has no instances`);
    for (const [instance, seeds] of task.entries()) {
      const what = `instance ${instance} of task ${place}`;
      if (seeds.length === 0) throw new RangeError(`${what} has no seeds`);
      checkFinite(seeds, what);
    }
  }
}
