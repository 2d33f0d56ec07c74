import { usualPlan } from '../../../harness/analysis-plan.ts';
import { countAlarm, type Replay } from '../../../harness/comparison/count-alarms.ts';
import type { GatedMethod } from '../../../harness/comparison/regression-lines.ts';
import { type Random, randomNormal, randomOf } from '../../../harness/random.ts';
import type { CellRow } from '../../../harness/row.ts';
import { scored } from './rows.ts';

/** What a method's results look like: how many tasks and instances, and the noise of one run around an instance's own value. */
export type Scene = {
  readonly name: string;
  readonly metric: 'relative-error' | 'step-accuracy';
  readonly tasks: number;
  readonly instances: number;
  value(level: number, random: Random): number;
};

export const scenes: readonly Scene[] = [
  { name: 'normal noise, 20 instances', metric: 'relative-error', tasks: 1, instances: 20, value: normal },
  { name: 'normal noise, 3 instances', metric: 'relative-error', tasks: 1, instances: 3, value: normal },
  { name: 'normal noise, 4 tasks of 10 instances', metric: 'relative-error', tasks: 4, instances: 10, value: normal },
  { name: 'skewed noise, 4 tasks of 10 instances', metric: 'relative-error', tasks: 4, instances: 10, value: skewed },
  { name: 'right or wrong, 20 instances', metric: 'step-accuracy', tasks: 1, instances: 20, value: coin },
  { name: 'right or wrong, 4 tasks of 6 instances', metric: 'step-accuracy', tasks: 4, instances: 6, value: coin },
];

function normal(level: number, random: Random): number {
  return 1 + level + 0.2 * randomNormal(random);
}
function skewed(level: number, random: Random): number {
  return level - 0.2 * Math.log1p(-random.float());
}
function coin(level: number, random: Random): number {
  return random.float() < level ? 1 : 0;
}

const settings = {
  margins: { headline: 0.05, perMetric: {} },
  alpha: 0.05,
  plan: usualPlan,
  names: { first: 'a', second: 'b' },
};

/** Replays of one method against itself on the same instances, each run with noise of its own; the candidate is worse by `shift`. */
export function replaysOf(scene: Scene, count: number, shift = 0): Replay[] {
  return Array.from({ length: count }, (_, replay) => {
    const random = randomOf('same against same', scene.name, replay);
    const side = (name: string, by: number) => rowsOf(scene, random, name, by);
    const method: GatedMethod = {
      method: 'm',
      targets: [],
      baseline: side('first', 0),
      candidate: side('second', shift),
    };
    return countAlarm([method], settings);
  });
}

function rowsOf(scene: Scene, random: Random, side: string, shift: number): CellRow[] {
  return Array.from({ length: scene.tasks * scene.instances }, (_, place) => {
    const [task, instance] = [place % scene.tasks, Math.floor(place / scene.tasks)];
    const level = random.stream('level', task, instance).float();
    const value = scene.value(level, random.stream(side, task, instance));
    const estimand = scene.metric === 'step-accuracy' ? 'first-error' : 'shapley';
    return scored({
      task: `t${task}`,
      instance: `${instance}/i`,
      truth: {},
      scores: { [estimand]: { [scene.metric]: value + shift } },
    });
  });
}
