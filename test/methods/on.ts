import { runCell } from '../../harness/cell.ts';
import type { Credit, Instance } from '../../harness/contract.ts';
import type { AnyMethod } from '../../harness/define.ts';
import type { Spent } from '../../harness/meter.ts';
import { type Random, randomOf } from '../../harness/random.ts';
import { parseSelection, selectMethod } from '../../harness/selection.ts';
import { parseGame } from '../../tasks/games/file.ts';
import { gameInstance } from '../../tasks/games/instance.ts';
import { drawInstance, teamInstance } from '../../tasks/teams/instance.ts';
import { pathOf, scoreOf } from '../../tasks/teams/path.ts';
import { growTree, type Tree } from '../../tasks/teams/tree.ts';
import { type ExactTeamTruth, teamTruth } from '../../tasks/teams/truth.ts';
import type { World } from '../../tasks/teams/world.ts';

export type Answer = { readonly credit: Credit; readonly spent: Spent };

/** What a method answers on an instance; a skip or a failure is an error here. */
export async function answerOf(
  method: AnyMethod,
  instance: Instance,
  { options = '', budget = Number.POSITIVE_INFINITY, random = randomOf('test') } = {} as {
    options?: string;
    budget?: number;
    random?: Random;
  },
): Promise<Answer> {
  const { given } = parseSelection(`method[${options}]`);
  const result = await runCell(selectMethod(method, given, 'test'), instance, budget, random);
  if (result.status === 'scored') return result;
  throw new Error(`${result.status}: ${result.reason}`);
}

export type Team = { readonly tree: Tree; readonly truth: ExactTeamTruth };

export function teamOf(world: World): Team {
  const tree = growTree(world);
  return { tree, truth: teamTruth(tree) };
}

/** The episode in which `messages` (ids) were said; its outcome is the expected one. */
export function episodeSaying({ tree, truth }: Team, messages: readonly string[]): Instance {
  const path = pathOf(tree, messages);
  return teamInstance('said', tree, truth, { path, outcome: scoreOf(tree, path) });
}

export function freshEpisode({ tree, truth }: Team, random: Random): Instance {
  return drawInstance('drawn', tree, truth, random);
}

export function gameOf(file: object): Instance {
  return gameInstance('game', parseGame({ kind: 'game', ...file }, 'test'));
}
