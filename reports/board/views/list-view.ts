import { plural } from '../../number-text.ts';
import type { Site } from '../site.ts';

/** The front page of a site of several boards. */
export type ListView = {
  readonly title: string;
  readonly boards: readonly { readonly name: string; readonly path: string; readonly text: string }[];
};

export function listView(sites: readonly Site[]): ListView {
  return {
    title: 'creditbench leaderboards',
    boards: sites.map(({ board, listed }, index) => ({
      name: board.name,
      path: `board-${index + 1}/index.html`,
      text: `${plural(board.suite.tasks.length, 'task')}, ${plural(listed.filter(({ state }) => state.removed === null).length, 'standing submission')}`,
    })),
  };
}
