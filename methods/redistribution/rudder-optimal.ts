import { defineMethod } from '../../harness/define.ts';
import { noOptions } from '../options.ts';
import { redistributed } from './redistributed.ts';

/**
 * The optimal return redistribution Q_t − Q_{t−1}, as far as the critic knows it: sums to the outcome whatever the critic
 * says. The first credit is Q itself, its advantage plus V(h_1).
 */
export const rudderOptimal = defineMethod({
  id: 'rudder-optimal',
  title: 'RUDDER with a given critic as its predictor',
  source: 'Arjona-Medina et al. (2019), arXiv 1806.07857, optimal redistribution; from a critic: interpretation',
  targets: ['advantage'],
  needs: ['critic'],
  cost: 'no evaluator call; T critic values',
  laws: { determinism: 'always', budget: 'always' },
  options: noOptions,
  refuses: ({ messages }) => (messages.length === 0 ? 'an episode without messages has no steps to value' : undefined),
  async assign({ messages, outcome }, { critic }) {
    const later = await critic(messages.slice(1).map((_, place) => place + 1));
    return { messages: redistributed(Float64Array.of(0, ...later, outcome), outcome) };
  },
});
