import { defineMethod } from '../../harness/define.ts';
import { needsCalls, noOptions } from '../options.ts';
import { totalToShare } from './total.ts';

/** Equal shares of the total to all agents, of the outcome to all messages. */
export const uniform = defineMethod({
  id: 'uniform',
  title: 'Equal split',
  source: 'control',
  targets: [],
  needs: [],
  uses: ['worth'],
  cost: 'v(∅) and the outcome',
  laws: { efficiency: 'always', symmetry: 'always', linearity: 'always', determinism: 'always', budget: 'always' },
  control: true,
  options: noOptions,
  refuses: (_episode, budget) => needsCalls(2, budget),
  async assign(episode, access) {
    const { agents, messages, outcome } = episode;
    const share = (await totalToShare(episode, access)) / agents.length;
    return {
      agents: new Float64Array(agents.length).fill(share),
      ...(messages.length > 0 ? { messages: new Float64Array(messages.length).fill(outcome / messages.length) } : {}),
    };
  },
});
