import { randomOf } from '../../../harness/random.ts';
import { type Role, type RoleDag, type RoleNull, roleDagWorld } from '../../../tasks/teams/role-dag-world.ts';
import type { Utterance, World } from '../../../tasks/teams/world.ts';

/** A planner, two parallel solvers, a dummy, a saboteur, twins that hear the planner, and a merge of the solvers. */
export const dagRoles: Role[] = [
  { kind: 'regular', parents: [] },
  { kind: 'regular', parents: [0] },
  { kind: 'regular', parents: [0] },
  { kind: 'dummy', parents: [1] },
  { kind: 'saboteur', parents: [0] },
  { kind: 'regular', parents: [0] },
  { kind: 'twin', parents: [0] },
  { kind: 'regular', parents: [1, 2] },
];

/** Where the planted ones, and the last, are among them. */
export const [dummy, saboteur, original, twin, merge] = [3, 4, 5, 6, 7] as const;

export const nulls: RoleNull[] = ['empty', 'placeholder', 'default-policy'];
const dagOf = (absence: RoleNull, changes: Partial<RoleDag> = {}): RoleDag => ({
  roles: dagRoles,
  messages: 2,
  concentration: 1,
  upstream: 0.2,
  downstream: 0.1,
  difficulty: 0.1,
  synergy: 0.15,
  absence,
  noise: 'bernoulli',
  ...changes,
});
/** The example with tables of its own for every seed. */
export const worldOf = (absence: RoleNull, seed: number, changes: Partial<RoleDag> = {}) =>
  roleDagWorld(dagOf(absence, changes), randomOf('role dag', seed));

/** What is said before `step` where each role chooses the message at the place that `choice` names. */
export function saidBefore(world: World, step: number, choice: (step: number) => number): Utterance[] {
  const said: Utterance[] = [];
  while (said.length < step) said.push(world.menu(said.length, said)[choice(said.length)]!);
  return said;
}
