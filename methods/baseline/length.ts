import { defineMethod } from '../../harness/define.ts';
import { noOptions } from '../options.ts';
import { refusesSpeakerless } from './everything-to.ts';
import { sharedBy } from './shared-by.ts';

/** Shares in proportion to the UTF-16 units of text; the longest message, of equals the first, is to blame. */
export const length = defineMethod({
  id: 'length',
  title: 'Shares by length of text, longest message to blame',
  source: 'control',
  targets: [],
  needs: [],
  uses: ['worth'],
  cost: 'v(∅) and the outcome',
  laws: { determinism: 'always', budget: 'always' },
  control: true,
  options: noOptions,
  refuses: (episode, budget) =>
    refusesSpeakerless(episode, budget) ??
    (episode.messages.every(({ text }) => text === '') ? 'messages without text have no shares by length' : undefined),
  async assign(episode, access) {
    const lengths = episode.messages.map(({ text }) => text.length);
    return { ...(await sharedBy(lengths, episode, access)), firstError: lengths.indexOf(Math.max(...lengths)) };
  },
});
