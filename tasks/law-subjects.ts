import type { LawSubjects } from '../harness/laws/subject.ts';
import { arbitraryGame } from './games/arbitrary.ts';
import { parseGame } from './games/file.ts';
import { gameInstance } from './games/instance.ts';
import { arbitraryTeam } from './teams/arbitrary.ts';
import { teamInstance } from './teams/instance.ts';
import { pathOf, scoreOf } from './teams/path.ts';
import { parseTeam } from './teams/read-team.ts';
import { growTree } from './teams/tree.ts';
import { teamTruth } from './teams/truth.ts';

/** The random games and teams on which every method's laws are measured. */
export const lawSubjects: LawSubjects = {
  games: arbitraryGame(),
  teams: arbitraryTeam(),
  openGame: (file) => gameInstance('random', parseGame(file, 'random game')),
  openTeam: ({ team, messages }) => {
    const tree = growTree(parseTeam(team, 'random team'));
    const path = pathOf(tree, messages);
    return teamInstance('random', tree, teamTruth(tree), { path, outcome: scoreOf(tree, path) });
  },
};
