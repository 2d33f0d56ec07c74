import type { Suite } from '../harness/suite.ts';
import { tasks } from './catalog.ts';

const everyMethod = [
  'shapley-exact',
  'shapley-permutation',
  'leave-one-out',
  'c3',
  'vineppo',
  'rloo',
  'group-mean',
  'grpo',
  'magrpo',
  'gae',
  'mappo',
  'prm',
  'prm-difference',
  'evaluation-aligned',
  'last-speaker',
  'constant-step',
];
const everyTask = tasks.map(({ id }) => id);

/** The suites in the box; the controls of every run are added to each. */
export const suites = {
  quick: { methods: everyMethod, tasks: everyTask, budgets: [16, 64, 256], seeds: 2, instances: 6, laws: 60 },
  standard: {
    methods: everyMethod,
    tasks: everyTask,
    budgets: [16, 64, 256, 1024],
    seeds: 5,
    instances: 12,
    laws: 200,
  },
  full: {
    methods: everyMethod,
    tasks: everyTask,
    budgets: [16, 64, 256, 1024, 4096],
    seeds: 10,
    instances: 24,
    laws: 1000,
  },
} satisfies Record<string, Suite>;
export type SuiteName = keyof typeof suites;
