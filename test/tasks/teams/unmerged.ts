import type { World } from '../../../tasks/teams/world.ts';

/** The same world with a context for every transcript: what merging must not change, and what layers in the order of menus are read from. */
export function unmerged({ state: _, ...world }: World): World {
  return world;
}
