import type { CaseEntry } from '../../reports/case-entry.ts';
import type { DoctorEntry } from '../../reports/doctor-entry.ts';
import { hostile } from './example-manifest.ts';

/** A task with every ailment, and a healthy one. */
export const exampleDoctor: readonly DoctorEntry[] = [
  {
    task: 'relay',
    estimand: 'shapley',
    budget: null,
    metric: 'relative-error',
    instances: 40,
    methods: 4,
    dead: 12,
    saturated: 5,
    duplicate: 3,
    contradictory: 1,
    discrimination: 0.2183,
    examples: [
      { instance: '0/3', finding: 'dead', detail: 'every method scores 0.5' },
      { instance: '0/4 <script>alert(4)</script>', finding: 'saturated', detail: 'every method scores 0, the best' },
      { instance: '1/7', finding: 'duplicate', detail: 'the same episode as 0/2' },
      { instance: '1/8', finding: 'contradictory', detail: 'the same episode as 0/5 with another truth' },
    ],
  },
  {
    task: 'logs',
    estimand: 'first-error',
    budget: null,
    metric: 'step-accuracy',
    instances: 32,
    methods: 1,
    dead: 0,
    saturated: 0,
    duplicate: 0,
    contradictory: 0,
    discrimination: null,
    examples: [],
  },
];

/** Two episodes: a team that talks, in words that would do harm, and a log without a transcript. */
export const exampleCases: readonly CaseEntry[] = [
  {
    task: 'relay',
    version: 2,
    instance: '0/3',
    budget: null,
    seed: 0,
    roles: ['planner', 'critic & <b>judge</b>', 'solver'],
    authors: [0, 1, 2, 0],
    outcome: 0.75,
    truth: {
      shapley: [0.4, 0.1, 0.25],
      removal: [0.5, 0.05, 0.2],
      advantage: [0.2, -0.1, 0.3, 0],
      'first-error': { step: 1, agent: 1 },
    },
    transcript: {
      problem: 'Add 17 and 25. </script><script>alert(5)</script> <img src=x onerror=alert(6)>',
      agents: ['planner', 'critic', 'solver'],
      messages: [
        'Add the tens, then the ones.',
        '</script><script>alert(7)</script> & "quotes" \u2028 next line',
        '17 + 25 = 42',
        'Done. … (cut: 1,234 more characters)',
      ],
    },
    credits: [
      { method: hostile.html, credit: { agents: [-0.3, 0.9, 0.15] } },
      { method: 'judge[prompt=short]', credit: { firstError: 2, firstErrorAgent: 2 } },
      { method: 'kernel-shap', credit: { agents: [0.41, 0.08, 0.26], messages: [0.18, -0.12, 0.33, 0.01] } },
      { method: 'leave-one-out', credit: { agents: [0.5, 0.05, 0.2] } },
      { method: 'shapley-permutation', credit: { agents: [0.35, 0.15, 0.25], messages: [0.25, 0.05, 0.2, 0.02] } },
      { method: 'uniform', credit: { agents: [0.25, 0.25, 0.25] } },
    ],
  },
  {
    task: 'logs',
    version: 2,
    instance: 'log-17',
    budget: null,
    seed: 1,
    roles: ['orchestrator', 'coder'],
    authors: [0, 1, 1],
    outcome: 0,
    truth: { 'first-error': { step: null, reason: 'undetermined' } },
    transcript: null,
    credits: [
      { method: 'judge[prompt=short]', credit: { firstError: null } },
      { method: 'uniform', credit: { firstError: 1, firstErrorAgent: 1 } },
    ],
  },
];
