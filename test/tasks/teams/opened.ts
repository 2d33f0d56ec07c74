import type { Probes } from '../../../harness/contract.ts';
import { randomOf } from '../../../harness/random.ts';
import { pathOf } from '../../../tasks/teams/path.ts';
import { teamProbes } from '../../../tasks/teams/probes.ts';
import type { grown } from './grown.ts';

/** All probes of a transcript, under the stream named `seed`, and what they say they generated. */
export function opened({ tree, team }: ReturnType<typeof grown>, messages: readonly string[], seed: string | number) {
  const generated = { messages: 0 };
  const opening = {
    random: randomOf('probes', seed),
    generated: (count: number) => {
      generated.messages += count;
    },
  };
  // The example teams declare errors and a null, so no probe is missing.
  return { probes: teamProbes(tree, team, pathOf(tree, messages), opening) as Probes, generated };
}
