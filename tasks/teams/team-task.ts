import type { NullProtocol, Task } from '../../harness/contract.ts';
import type { Random } from '../../harness/random.ts';
import { drawInstance, offersOf } from './instance.ts';
import { growTree } from './tree.ts';
import { teamTruth } from './truth.ts';
import { fallibleCritic, type World } from './world.ts';

type Family = {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly null: NullProtocol;
  readonly declaresErrors: boolean;
  draw(random: Random): World;
};

/** A family of random teams as a task: every instance is one episode of a team of its own. */
export function teamTask({ id, title, version, null: absence, declaresErrors, draw }: Family): Task {
  return {
    id,
    title,
    version,
    ...offersOf(absence !== 'none', declaresErrors),
    truth: 'enumerated',
    null: absence,
    *instances(random) {
      for (let k = 0; ; k++) {
        const world = draw(random.stream(k, 'team'));
        const tree = growTree({ critic: fallibleCritic(world.range), ...world });
        yield drawInstance(String(k), tree, teamTruth(tree), random.stream(k, 'episode'));
      }
    },
  };
}
