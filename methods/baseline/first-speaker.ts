import { defineMethod } from '../../harness/define.ts';
import { noOptions } from '../options.ts';
import { everythingTo, refusesSpeakerless } from './everything-to.ts';

/** Everything to whoever spoke first; the first step is to blame. */
export const firstSpeaker = defineMethod({
  id: 'first-speaker',
  title: 'First speaker takes all',
  source: 'control',
  targets: [],
  needs: [],
  uses: ['worth'],
  cost: 'v(∅) and the outcome',
  laws: { determinism: 'always', budget: 'always' },
  control: true,
  options: noOptions,
  refuses: refusesSpeakerless,
  assign: (episode, access) => everythingTo(0, episode, access),
});
