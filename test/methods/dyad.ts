import { parseTeam } from '../../tasks/teams/read-team.ts';
import { teamOf } from './on.ts';

/**
 * The worked dyad of estimands.md §4: the reasoner says one of three messages, the actor is right with chance 4/5, 1/2 or 1/5
 * after them and 3/10 alone; without the actor nothing is answered.
 */
export const dyad = teamOf(
  parseTeam(
    {
      kind: 'team',
      agents: ['reasoner', 'actor'],
      range: [0, 1],
      steps: [
        {
          agent: 'reasoner',
          messages: ['first', 'second', 'third', 'none'],
          policy: [{ choose: [0.4, 0.4, 0.2, 0] }],
          absent: [{ choose: [0, 0, 0, 1] }],
        },
        {
          agent: 'actor',
          messages: ['right', 'wrong', 'silence'],
          policy: [
            { when: ['first'], choose: [0.8, 0.2, 0] },
            { when: ['second'], choose: [0.5, 0.5, 0] },
            { when: ['third'], choose: [0.2, 0.8, 0] },
            { when: ['none'], choose: [0.3, 0.7, 0] },
          ],
          absent: [{ choose: [0, 0, 1] }],
        },
      ],
      outcome: [{ when: ['*', 'right'], score: 1 }, { score: 0 }],
    },
    'dyad',
  ),
);
