import { defineMethod } from '../../harness/define.ts';
import { randomShares } from '../../harness/random.ts';
import { needsCalls, noOptions } from '../options.ts';
import { totalToShare } from './total.ts';

/** Dirichlet(1, …, 1) shares of the same totals as `uniform`, and a uniformly random step to blame. */
export const random = defineMethod({
  id: 'random',
  title: 'Random split, random blame',
  source: 'control',
  targets: [],
  needs: [],
  uses: ['worth'],
  cost: 'v(∅) and the outcome',
  laws: { efficiency: 'always', linearity: 'always', determinism: 'always', budget: 'always' },
  control: true,
  options: noOptions,
  refuses: (_episode, budget) => needsCalls(2, budget),
  async assign(episode, access) {
    const { agents, messages, outcome } = episode;
    const total = await totalToShare(episode, access);
    const credit = {
      agents: randomShares(access.random.stream('agents'), agents.length).map((share) => share * total),
    };
    if (messages.length === 0) return credit;
    return {
      ...credit,
      messages: randomShares(access.random.stream('messages'), messages.length).map((share) => share * outcome),
      firstError: access.random.stream('blame').below(messages.length),
    };
  },
});
