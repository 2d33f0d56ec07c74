import { defineMethod } from '../../harness/define.ts';
import { noOptions } from '../options.ts';
import { everythingTo, refusesSpeakerless } from './everything-to.ts';

/** Everything to whoever spoke most often, of equals to who spoke first; the first step of that agent is to blame. */
export const mostFrequentSpeaker = defineMethod({
  id: 'most-frequent-speaker',
  title: 'Most frequent speaker takes all',
  source: 'control',
  targets: [],
  needs: [],
  uses: ['worth'],
  cost: 'v(∅) and the outcome',
  laws: { determinism: 'always', budget: 'always' },
  control: true,
  options: noOptions,
  refuses: refusesSpeakerless,
  assign(episode, access) {
    const { agents, messages } = episode;
    const turns = new Uint32Array(agents.length);
    for (const { agent } of messages) turns[agent]!++;
    const most = Math.max(...turns);
    return everythingTo(
      messages.findIndex(({ agent }) => turns[agent] === most),
      episode,
      access,
    );
  },
});
