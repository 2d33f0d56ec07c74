import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { refusesTraining, trainingEpisodes } from '../training.ts';
import { meanContribution } from './contribution.ts';
import { chanceOf, importance, liftOf, type Meeting, meetingsAt } from './hindsight.ts';
import { hindsightOptions, over } from './hindsight-options.ts';

/**
 * (h(m | h_t, X)/π(m | h_t) − 1) R with X the state at the end. The whole transcript as the state names the message, so h is
 * 0 or 1 and the credit is importance weighting; the last message alone is a coarser state, and right only where the
 * score depends on nothing else.
 */
export const hcaState = defineMethod({
  id: 'hca-state',
  title: 'HCA, state form: credit in hindsight of the final state',
  source:
    'Harutyunyan et al. (2019), arXiv 1912.02503; final state, counted h with the policy as its prior, fresh episodes: interpretation',
  targets: ['advantage'],
  needs: ['rollout', 'policy'],
  cost: 'training episodes, within the budget; none at assignment',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({
    ...hindsightOptions,
    over,
    state: z
      .enum(['transcript', 'last'])
      .default('transcript')
      .describe('what is known of the end: all that was said, or the last message'),
  }),
  refuses: (episode, budget, { training }) => refusesTraining(episode, budget, training),
  async assign(episode, access, { training, prior, over: whose, state }) {
    const episodes = await trainingEpisodes(access, training);
    const endOf = ({ messages }: typeof episode) => messages.at(-1)!.text;
    const credits = episode.messages.map(async ({ text }, step) => {
      const chance = chanceOf(await access.policy(step), text);
      const meetings = meetingsAt(episodes, episode, step, endOf);
      const counted = liftOf(meetings, text, chance, prior);
      const lift = (meeting: Meeting) =>
        state === 'transcript' ? importance(meeting, text, chance) : counted(meeting.evidence);
      return meanContribution(whose === 'fresh' ? meetings : meetingsAt([episode], episode, step, endOf), lift);
    });
    return { messages: await Promise.all(credits) };
  },
});
