import type { Random } from '../../harness/random.ts';
import { hiddenStateWorld, type StateTeam } from './state-team.ts';
import { growTree, type Tree } from './tree.ts';
import { type ExactTeamTruth, teamTruth } from './truth.ts';
import { fallibleCritic } from './world.ts';

/** The team in one of its states, with everything that is true of it there. */
export type Day = { readonly chance: number; readonly tree: Tree; readonly truth: ExactTeamTruth };

/** The team in each of its states. */
export function daysOf(team: StateTeam, random: Random): Day[] {
  return team.prior.map((chance, state) => {
    const world = hiddenStateWorld(team, state, random);
    const tree = growTree({ critic: fallibleCritic(world.range), ...world });
    return { chance, tree, truth: teamTruth(tree) };
  });
}

/** A day by its chance, by inversion of one uniform number. */
export function drawDay(days: readonly Day[], random: Random): number {
  let left = random.float();
  const drawn = days.findIndex(({ chance }) => (left -= chance) < 0);
  return drawn < 0 ? days.length - 1 : drawn;
}
