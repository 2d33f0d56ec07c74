import { boost } from './boosted-trees.ts';
import type { Learner } from './learner.ts';
import { linearBySize } from './linear-by-size.ts';

/** Boosted trees on what linear-by-size leaves over. */
export const treesOnLinear: Learner = (lesson, training, random) => {
  const linear = linearBySize(3)(lesson, training, random);
  const left = lesson.values.map((value, row) => value - linear.values[row]!);
  const trees = boost(lesson.rows, left, training, random);
  return {
    values: linear.values.map((value, row) => value + trees.values[row]!),
    shapley: linear.shapley.map((value, agent) => value + trees.shapley[agent]!),
  };
};
