import { defineMethod } from '../../harness/define.ts';
import { generalisedAdvantage } from '../../harness/generalised-advantage.ts';
import { noOptions } from '../options.ts';

/** The outcome less a central critic's value of the context: GAE over role steps with γ = λ = 1. */
export const mappo = defineMethod({
  id: 'mappo',
  title: 'MAPPO: the outcome less a central critic',
  source: 'Yu et al. (2022), arXiv 2103.01955; γ = λ = 1 as in the C3 authors’ baseline, without their normalisation',
  targets: ['advantage'],
  needs: ['critic'],
  cost: 'no evaluator call; T critic values',
  laws: { determinism: 'always', budget: 'always' },
  options: noOptions,
  refuses: ({ messages }) => (messages.length === 0 ? 'an episode without messages has no steps to value' : undefined),
  async assign({ messages, outcome }, { critic }) {
    return { messages: generalisedAdvantage(await critic(messages.map((_, step) => step)), outcome, 1, 1) };
  },
});
