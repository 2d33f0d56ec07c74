import { profileFigure } from '../figures/profile-figure.ts';
import type { BoardTable } from '../summary.ts';
import { type FigureView, figureView } from './figure-view.ts';

export type ProfileView = FigureView;

/** The performance profiles of one table; null where it has none. */
export async function profileView(table: BoardTable): Promise<ProfileView | null> {
  const figure = await profileFigure(table);
  return figure === null ? null : figureView(figure, table);
}
