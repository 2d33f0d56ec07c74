import type { Suite } from '../harness/suite.ts';
import { c3Paper } from './c3-paper/suite.ts';
import { tasks } from './catalog.ts';

const firstLook = [
  'shapley-exact',
  'shapley-permutation',
  'leave-one-out',
  'agent-removal',
  'c3',
  'c3-no-replay',
  'vineppo',
  'math-shepherd-soft-difference',
  'rloo',
  'group-mean',
  'grpo',
  'magrpo',
  'gae',
  'mappo',
  'prm',
  'prm-difference',
  'omega-prm',
  'first-error-replay',
  'evaluation-aligned',
  'last-speaker',
  'constant-step',
];
/** All but those that are broken on purpose; these are in the suite that shows why. */
const everyMethod = [
  ...firstLook,
  'ccpo',
  'c3-no-parent',
  'c3-value-only',
  'c3-value-assisted',
  'math-shepherd-hard',
  'math-shepherd-soft',
  'aristocrat',
  'at-grpo',
  'dr-mas',
  'magrpo-cross',
];

const everyTask = tasks.map(({ id }) => id);
/** Tasks that differ from another in one knob, or take long to enumerate. */
const variants = [
  'reasoner-actor-upstream',
  'reasoner-actor-downstream',
  'reasoner-actor-exact-critic',
  'role-chain-2',
  'role-chain-10',
  'role-dag-empty',
  'role-dag-default-policy',
];

/** The suites in the box; the controls of every run are added to each. */
export const suites = {
  quick: {
    methods: firstLook,
    tasks: everyTask.filter((id) => !variants.includes(id)),
    budgets: [16, 64, 256],
    seeds: 2,
    instances: 6,
    laws: 60,
  },
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
  'c3-paper': c3Paper,
} satisfies Record<string, Suite>;
export type SuiteName = keyof typeof suites;
