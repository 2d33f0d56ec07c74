import type { Suite } from '../../harness/suite.ts';
import { ablations } from './ablations.ts';
import { negative } from './negative.ts';
import { preconditions } from './preconditions.ts';
import { ample, matched, nested, settings, wide } from './terms.ts';
import { upstream } from './upstream.ts';

const effort = { instances: 240, collections: 4, alternatives: 8, replays: 32 };

/** What the C3 paper claims, held against exact advantages on simulated teams, with the results that should not favour it. */
export const c3Paper = {
  methods: [
    nested,
    wide,
    'c3[baseline=mean,fanout=2x4]',
    'c3[fanout=2x4,normalise=group]',
    'c3-no-replay',
    'c3-no-parent[fanout=2x4]',
    'c3-value-only',
    'c3-unique[alternatives=3]',
    'c3-tempered[alternatives=3]',
    'rloo',
    'group-mean',
    'magrpo',
    'vineppo',
    'mappo',
    'gae[lambda=0]',
    'agent-removal',
  ],
  tasks: [...settings, 'reasoner-actor-exact-critic', 'role-chain', 'visible-state', 'hidden-state'],
  budgets: [matched],
  seeds: 5,
  instances: 300,
  laws: 0,
  diagnostics: [
    { tasks: ['reasoner-actor'], budgets: [matched, ample], ...effort },
    { tasks: ['hidden-state', 'visible-state'], methods: ['vineppo'], budgets: [ample], ...effort },
  ],
  claims: [...upstream, ...negative, ...ablations, ...preconditions],
} satisfies Suite;
