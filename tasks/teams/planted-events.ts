import type { Task } from '../../harness/contract.ts';
import { pick, type Random, randomInteger } from '../../harness/random.ts';
import { offersOf, teamInstance } from './instance.ts';
import { pathOf, scoreOf } from './path.ts';
import { type PlantedTeam, plantedEventsWorld } from './planted-events-world.ts';
import { growTree } from './tree.ts';
import { teamTruth } from './truth.ts';
import { fallibleCritic, fallibleJudge } from './world.ts';

/** What is planted: one message, or a corruption with the message that undoes it. */
export type Plant = 'corrupting' | 'duplicate' | 'irrelevant' | 'repair' | 'lucky';

/**
 * A successful transcript with one change planted at a uniformly drawn position. Episodes are made and not drawn from the
 * policy; the truth is enumerated from the team's model, as elsewhere, and the blame is by declared errors.
 */
export const plantedEvents: Task = {
  id: 'planted-events',
  title: 'Planted events: one corruption, repair, lucky, duplicate or irrelevant message',
  version: 1,
  ...offersOf(true, true),
  truth: 'enumerated',
  null: 'pass-through',
  *instances(random) {
    for (let k = 0; ; k++) {
      const team = drawTeam(random.stream(k, 'team'));
      const world = { ...plantedEventsWorld(team), judge: fallibleJudge };
      const tree = growTree({ critic: fallibleCritic(world.range), ...world });
      const path = pathOf(tree, drawTranscript(random.stream(k, 'plant'), team));
      yield teamInstance(String(k), tree, teamTruth(tree), { path, outcome: scoreOf(tree, path) });
    }
  },
};

/** Four to seven workers; in one team of four errors are absorbing. */
function drawTeam(random: Random): PlantedTeam {
  const isAbsorbing = random.below(4) === 0;
  const workers = Array.from({ length: randomInteger(random, 4, 7) }, () => ({
    corrupts: randomInteger(random, 1, 6) / 20,
    repairs: isAbsorbing ? 0 : randomInteger(random, 1, 8) / 20,
    lucks: isAbsorbing ? 0 : randomInteger(random, 1, 2) / 20,
  }));
  return { workers, slot: randomInteger(random, 1, workers.length), isAbsorbing };
}

/** The ids of the messages; an error that absorbs can be neither repaired nor undone by luck. */
function drawTranscript(random: Random, team: PlantedTeam): string[] {
  const plant = pick<Plant>(random, [
    'corrupting',
    'duplicate',
    'irrelevant',
    ...(team.isAbsorbing ? [] : (['repair', 'lucky'] as const)),
  ]);
  const workers = team.workers.length;
  if (plant === 'corrupting') return planted(team, { [random.below(workers)]: 'corrupt' });
  if (plant === 'duplicate' || plant === 'irrelevant') return planted(team, {}, plant);
  const undone = randomInteger(random, 1, workers - 1);
  return planted(team, { [random.below(undone)]: 'corrupt', [undone]: plant });
}

/** The transcript in which all work by the procedure and the listener listens, but for what is planted. @param byWorker by worker, the listener not counted. */
export function planted(
  { workers, slot }: PlantedTeam,
  byWorker: Readonly<Record<number, string>>,
  byListener = 'listen',
): string[] {
  return workers.map((_, worker) => byWorker[worker] ?? 'work').toSpliced(slot, 0, byListener);
}
