import { plural } from '../../number-text.ts';
import type { Site } from '../site.ts';

/** What stands on every page of a site. */
export type ShellView = {
  readonly title: string;
  readonly board: string;
  readonly suite: string;
  readonly pages: readonly { readonly text: string; readonly path: string; readonly isHere: boolean }[];
};

export function shellView({ board }: Site, title: string, here: string): ShellView {
  const { tasks, budgets, seeds } = board.suite;
  const page = (text: string, path: string) => ({ text, path, isHere: path === here });
  return {
    title: `${title} – ${board.name}`,
    board: board.name,
    suite: `creditbench ${board.creditbench}: ${plural(tasks.length, 'task')}, ${plural(budgets.length, 'budget')}, ${plural(seeds, 'seed')}`,
    pages: [page('Boards', 'index.html'), page('Tasks', 'tasks.html'), page('History', 'history.html')],
  };
}
