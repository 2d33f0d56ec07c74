/** The team of DESIGN.md: a reasoner, and an actor that depends on it. */
export const dyad = {
  kind: 'team',
  agents: ['reasoner', 'actor'],
  range: [0, 1],
  steps: [
    {
      agent: 'reasoner',
      messages: ['good', 'ok', 'bad'],
      policy: [{ choose: [0.5, 0.3, 0.2] }],
      absent: [{ choose: [0, 0, 1] }],
    },
    {
      agent: 'actor',
      messages: ['right', 'wrong'],
      policy: [
        { when: ['good'], choose: [0.9, 0.1] },
        { when: ['ok'], choose: [0.5, 0.5] },
        { when: ['bad'], choose: [0.1, 0.9] },
      ],
      absent: [{ choose: [0, 1] }],
    },
  ],
  outcome: [
    { when: ['*', 'right'], score: 1 },
    { when: ['*', 'wrong'], score: 0 },
  ],
  errors: [{ step: 0, messages: ['bad'] }],
};
