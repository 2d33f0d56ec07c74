import { pathOf, scoreOf } from '../../../tasks/teams/path.ts';
import { parseTeam } from '../../../tasks/teams/read-team.ts';
import type { TeamFile } from '../../../tasks/teams/team-file.ts';
import { growTree } from '../../../tasks/teams/tree.ts';
import { teamTruth, truthAlong } from '../../../tasks/teams/truth.ts';
import type { World } from '../../../tasks/teams/world.ts';

/** A world (or the one of a file) with its tree and its truth. */
export function grown(of: World | TeamFile) {
  const world = 'kind' in of ? parseTeam(of, 'team.json') : of;
  const tree = growTree(world);
  const team = teamTruth(tree);
  return {
    world,
    tree,
    team,
    /** V(h₁). */
    value: () => team.values()[0]![0]!,
    /** Everything true of the transcript of these messages; the outcome is s(τ) where none is given. */
    along(messages: readonly string[], outcome?: number) {
      const path = pathOf(tree, messages);
      return truthAlong(tree, team, path, outcome ?? scoreOf(tree, path));
    },
  };
}
