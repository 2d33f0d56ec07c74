import type { Instance, Task } from '../../harness/contract.ts';
import { once } from '../../harness/once.ts';
import { episodeOf } from './episode.ts';
import { type Day, daysOf, drawDay } from './hidden-state-days.ts';
import { hiddenStateProbes } from './hidden-state-probes.ts';
import { insideOf } from './inside.ts';
import { offersOf } from './instance.ts';
import { drawStateTeam } from './state-team.ts';
import { truthAlong } from './truth.ts';
import { type Walk, walk } from './walk.ts';

/**
 * Breaks on purpose what replay methods assume: the transcript is not the state. What works depends on a hidden state that is
 * drawn per episode and that no replay restores; the truth is for the state in which the logged episode was run.
 */
export const hiddenState: Task = {
  id: 'hidden-state',
  title: 'Hidden state: violates "the transcript is the state", no replay restores what mattered',
  version: 1,
  ...offersOf(false, false),
  truth: 'enumerated',
  null: 'none',
  *instances(random) {
    for (let k = 0; ; k++) {
      const team = random.stream(k, 'team');
      const days = daysOf(drawStateTeam(team.stream('shape')), team.stream('tables'));
      const actual = drawDay(days, random.stream(k, 'state'));
      const walked = walk(days[actual]!.tree, [], random.stream(k, 'episode'));
      yield hiddenStateInstance(String(k), days, actual, walked);
    }
  },
};

/** What was walked on the day `actual`, and may be replayed on others. */
export function hiddenStateInstance(id: string, days: readonly Day[], actual: number, walked: Walk): Instance {
  const { tree, truth } = days[actual]!;
  const episode = episodeOf(tree, walked);
  const said = episode.messages.map(({ text }) => text);
  return {
    id,
    episode,
    noise: 'sampled',
    truth: once(() => truthAlong(tree, truth, walked.path, walked.outcome)),
    open: (opening) => hiddenStateProbes(days, said, opening),
    inside: insideOf(tree, walked.path, (other) => hiddenStateInstance(id, days, actual, other)),
  };
}
