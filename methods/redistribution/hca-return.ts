import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { refusesTraining, trainingEpisodes } from '../training.ts';
import { chanceOf, liftOf, meetingsAt } from './hindsight.ts';
import { hindsightOptions } from './hindsight-options.ts';
import { bins, outcomeBin } from './outcome-bin.ts';

/**
 * (1 − π(m | h_t)/h(m | h_t, R)) R on the given episode: its mean, given the message, is A(h_t, m) with an exact h and wherever
 * every outcome can follow the message; with a counted one, 0 in a context that no training episode met. Rare messages have a heavy tail.
 */
export const hcaReturn = defineMethod({
  id: 'hca-return',
  title: 'HCA, return form: credit in hindsight of the outcome',
  source: 'Harutyunyan et al. (2019), arXiv 1912.02503; counted h with the policy as its prior: interpretation',
  targets: ['advantage'],
  needs: ['rollout', 'policy'],
  cost: 'training episodes, within the budget; none at assignment',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({ ...hindsightOptions, bins }),
  refuses: (episode, budget, { training }) => refusesTraining(episode, budget, training),
  async assign(episode, access, { training, prior, bins: parts }) {
    const episodes = await trainingEpisodes(access, training);
    const binOf = (one: typeof episode) => outcomeBin(one, parts);
    const credits = episode.messages.map(async ({ text }, step) => {
      const chance = chanceOf(await access.policy(step), text);
      const lift = liftOf(meetingsAt(episodes, episode, step, binOf), text, chance, prior);
      return (1 - 1 / lift(binOf(episode))) * episode.outcome;
    });
    return { messages: await Promise.all(credits) };
  },
});
