import { parseTeam } from '../../tasks/teams/read-team.ts';
import { type Team, teamOf } from './on.ts';

type Option = { readonly chance: number; readonly score: number };

/** A team of one agent that says one of m0, m1, …, each with its chance and its expected score. */
export function oneMessage(options: readonly Option[], noise: 'none' | 'bernoulli' = 'none'): Team {
  const messages = options.map((_, index) => `m${index}`);
  const file = {
    kind: 'team',
    agents: ['a'],
    range: [0, 1],
    noise,
    steps: [{ agent: 'a', messages, policy: [{ choose: options.map(({ chance }) => chance) }] }],
    outcome: options.map(({ score }, index) => ({ when: [messages[index]], score })),
  };
  return teamOf(parseTeam(file, 'test'));
}

/** The example of c3.md §4, whose advantages are 0.16, −0.24 and −0.64. */
export const unequalMessages: readonly Option[] = [
  { chance: 0.7, score: 0.9 },
  { chance: 0.2, score: 0.5 },
  { chance: 0.1, score: 0.1 },
];
