import type { TeamFile } from '../../../tasks/teams/team-file.ts';

/** The worked dyad: one of three plans, then right or wrong; the actor alone is right three times in ten, without it there is no answer. */
export const dyad: TeamFile = {
  kind: 'team',
  agents: ['reasoner', 'actor'],
  range: [0, 1],
  steps: [
    {
      agent: 'reasoner',
      messages: ['good', 'ok', 'bad', 'nothing'],
      policy: [{ choose: [0.4, 0.4, 0.2, 0] }],
      absent: [{ choose: [0, 0, 0, 1] }],
    },
    {
      agent: 'actor',
      messages: ['right', 'wrong', 'no answer'],
      policy: [
        { when: ['good'], choose: [0.8, 0.2, 0] },
        { when: ['ok'], choose: [0.5, 0.5, 0] },
        { when: ['bad'], choose: [0.2, 0.8, 0] },
        { choose: [0.3, 0.7, 0] },
      ],
      absent: [{ choose: [0, 0, 1] }],
    },
  ],
  outcome: [{ when: ['*', 'right'], score: 1 }, { score: 0 }],
  errors: [
    { step: 0, messages: ['bad'] },
    { step: 1, messages: ['wrong'] },
  ],
};

/** Every agent holds one clue; with all of them the answer is known, without one it is a coin flip. */
export function hiddenProfile(agents: number): TeamFile {
  const names = Array.from({ length: agents }, (_, agent) => `holder ${agent + 1}`);
  return {
    kind: 'team',
    agents: names,
    range: [0, 1],
    steps: names.map((agent) => ({
      agent,
      messages: ['clue', 'nothing'],
      policy: [{ choose: [1, 0] }],
      absent: [{ choose: [0, 1] }],
    })),
    outcome: [{ when: names.map(() => 'clue'), score: 1 }, { score: 0.5 }],
  };
}

/** Three steps of two agents, a policy that listens, a range that is not [0, 1], and an evaluator that tosses coins. */
export const noisyTrio: TeamFile = {
  kind: 'team',
  agents: ['planner', 'critic'],
  problem: 'Agree on a plan.',
  range: [-1, 1],
  threshold: 0,
  noise: 'bernoulli',
  steps: [
    {
      agent: 'planner',
      messages: ['bold', { id: 'careful', text: 'Let us be careful.' }],
      policy: [{ choose: [0.7, 0.3] }],
      absent: [{ choose: [0.5, 0.5] }],
    },
    {
      agent: 'critic',
      messages: ['agree', 'object'],
      policy: [{ when: ['bold'], choose: [0.25, 0.75] }, { choose: [0.9, 0.1] }],
      absent: [{ choose: [1, 0] }],
    },
    {
      agent: 'planner',
      messages: ['keep', 'change', 'drop'],
      policy: [{ when: ['*', 'object'], choose: [0.2, 0.5, 0.3] }, { choose: [0.8, 0.1, 0.1] }],
      absent: [{ choose: [1, 0, 0] }],
    },
  ],
  outcome: [
    { when: ['*', 'object', 'change'], score: 0.8 },
    { when: ['bold', '*', 'keep'], score: 0.1 },
    { when: ['*', '*', 'drop'], score: -0.7 },
    { score: 0.4 },
  ],
  errors: [
    { step: 0, messages: ['bold'] },
    { step: 2, when: ['*', 'object'], messages: ['keep', 'drop'] },
  ],
  judge: { sensitivity: 0.7, specificity: 0.9 },
};
