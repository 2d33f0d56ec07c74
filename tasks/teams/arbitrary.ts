import fc from 'fast-check';
import type { TeamFile } from './team-file.ts';

/** A small random team file and one transcript of it: one or two agents, two or three steps, scores 0, ½ or 1, some errors. */
export function arbitraryTeam(): fc.Arbitrary<{ team: TeamFile; messages: string[] }> {
  const chance = fc.integer({ min: 0, max: 4 }).map((quarter) => [quarter / 4, 1 - quarter / 4]);
  const step = fc.record({
    agent: fc.constantFrom('a', 'b'),
    policy: chance,
    absent: chance,
    isErrorProne: fc.boolean(),
    said: fc.constantFrom('x', 'y'),
  });
  return fc
    .record({
      steps: fc.array(step, { minLength: 2, maxLength: 3 }),
      scores: fc.array(fc.constantFrom(1, 0.5, 0), { minLength: 8, maxLength: 8 }),
    })
    .map(({ steps, scores }) => ({
      team: {
        kind: 'team',
        agents: ['a', 'b'],
        range: [0, 1],
        steps: steps.map(({ agent, policy, absent }) => ({
          agent,
          messages: ['x', 'y'],
          policy: [{ choose: policy }],
          absent: [{ choose: absent }],
        })),
        outcome: transcripts(steps.length).map((when, index) => ({ when, score: scores[index]! })),
        errors: steps.flatMap(({ isErrorProne }, at) => (isErrorProne ? [{ step: at, messages: ['y'] }] : [])),
      },
      messages: steps.map(({ said }) => said),
    }));
}

function transcripts(steps: number): string[][] {
  if (steps === 0) return [[]];
  return transcripts(steps - 1).flatMap((said) => [
    [...said, 'x'],
    [...said, 'y'],
  ]);
}
