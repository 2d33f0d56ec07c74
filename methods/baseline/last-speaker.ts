import { defineMethod } from '../../harness/define.ts';
import { needsCalls, noOptions } from '../options.ts';
import { totalToShare } from './total.ts';

/** Everything to whoever spoke last; the last step is to blame. */
export const lastSpeaker = defineMethod({
  id: 'last-speaker',
  title: 'Last speaker takes all',
  source: 'control',
  targets: [],
  needs: [],
  uses: ['worth'],
  cost: 'v(∅) and the outcome',
  laws: { determinism: 'always', budget: 'always' },
  control: true,
  options: noOptions,
  refuses: ({ messages }, budget) =>
    messages.length === 0 ? 'an episode without messages has no last speaker' : needsCalls(2, budget),
  async assign(episode, access) {
    const { agents, messages, outcome } = episode;
    const last = messages.length - 1;
    const toAgents = new Float64Array(agents.length);
    const toMessages = new Float64Array(messages.length);
    toAgents[messages[last]!.agent] = await totalToShare(episode, access);
    toMessages[last] = outcome;
    return { agents: toAgents, messages: toMessages, firstError: last };
  },
});
