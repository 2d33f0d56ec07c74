import { defineMethod } from '../../harness/define.ts';
import { noOptions } from '../options.ts';
import { refusesSpeakerless } from './everything-to.ts';
import { sharedBy } from './shared-by.ts';

/** Shares in proportion to how often an agent spoke. */
export const turns = defineMethod({
  id: 'turns',
  title: 'Shares by number of messages',
  source: 'control',
  targets: [],
  needs: [],
  uses: ['worth'],
  cost: 'v(∅) and the outcome',
  laws: { determinism: 'always', budget: 'always' },
  control: true,
  options: noOptions,
  refuses: refusesSpeakerless,
  assign: (episode, access) =>
    sharedBy(
      episode.messages.map(() => 1),
      episode,
      access,
    ),
});
