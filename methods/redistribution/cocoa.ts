import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { refusesTraining, trainingEpisodes } from '../training.ts';
import { meanContribution } from './contribution.ts';
import { chanceOf, liftOf, meetingsAt } from './hindsight.ts';
import { hindsightOptions, over } from './hindsight-options.ts';
import { bins, outcomeBin } from './outcome-bin.ts';

/**
 * (h(m | h_t, R)/π(m | h_t) − 1) R: how much more likely the message was, given the outcome, than before it. Its mean over
 * all that is said in the context is A; over=logged, as published, takes the one episode that said m, whose mean is not A.
 * The outcome counts as given after the last message, so no message has it as its immediate reward.
 */
export const cocoa = defineMethod({
  id: 'cocoa',
  title: 'COCOA: contribution of a message to the outcome, in hindsight',
  source:
    'Meulemans et al. (2023), arXiv 2306.16803; counted h with the policy as its prior, fresh episodes: interpretation',
  targets: ['advantage'],
  needs: ['rollout', 'policy'],
  cost: 'training episodes, within the budget; none at assignment',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({ ...hindsightOptions, over, bins }),
  refuses: (episode, budget, { training }) => refusesTraining(episode, budget, training),
  async assign(episode, access, { training, prior, over: whose, bins: parts }) {
    const episodes = await trainingEpisodes(access, training);
    const binOf = (one: typeof episode) => outcomeBin(one, parts);
    const credits = episode.messages.map(async ({ text }, step) => {
      const chance = chanceOf(await access.policy(step), text);
      const meetings = meetingsAt(episodes, episode, step, binOf);
      const lift = liftOf(meetings, text, chance, prior);
      const given = whose === 'fresh' ? meetings : meetingsAt([episode], episode, step, binOf);
      return meanContribution(given, ({ evidence }) => lift(evidence));
    });
    return { messages: await Promise.all(credits) };
  },
});
