import { pick, type Random, randomInteger, shuffle } from '../../harness/random.ts';
import { type Role, type RoleDag, type RoleNull, roleDagWorld } from './role-dag-world.ts';
import { teamTask } from './team-task.ts';

/** Random DAGs of roles, some of them idle, harmful or there twice; an absent role leaves a fixed neutral text. */
export const roleDag = dagTask('role-dag', 'placeholder', 'absent roles leave a neutral text');

/** The same with another null: an absent role leaves the empty message, to which the others react otherwise. */
export const roleDagEmpty = dagTask('role-dag-empty', 'empty', 'absent roles leave an empty message');

/** The same with a third null: a policy that listens to nobody acts in place of an absent role. */
export const roleDagDefaultPolicy = dagTask('role-dag-default-policy', 'default-policy', 'a default policy stands in');

function dagTask(id: string, absence: RoleNull, title: string) {
  return teamTask({
    id,
    title: `Random DAG of roles; ${title}`,
    version: 1,
    null: absence,
    declaresErrors: false,
    draw: (random) => roleDagWorld(drawDag(random.stream('dag'), absence), random.stream('tables')),
  });
}

/** Messages per role by the number of roles, so that the tree of all transcripts stays small. */
const mostMessages: Record<number, number> = { 3: 8, 4: 4, 5: 3, 6: 2 };

/** Three to six roles, some of them planted, and a value for every knob. */
export function drawDag(random: Random, absence: RoleNull): RoleDag {
  const roles = drawRoles(random);
  return {
    roles,
    messages: randomInteger(random, 2, mostMessages[roles.length]!),
    concentration: pick(random, [0.3, 1, 3]),
    upstream: randomInteger(random, 1, 8) / 20,
    downstream: randomInteger(random, 1, 8) / 20,
    difficulty: randomInteger(random, 0, 8) / 20,
    synergy: randomInteger(random, -4, 4) / 20,
    absence,
    noise: 'bernoulli',
  };
}

/** Three to five regular roles that branch from the first and merge in the last, and up to six roles with the planted ones. */
function drawRoles(random: Random): Role[] {
  const branches: Role[] = [{ kind: 'regular', parents: [] }];
  const regular = randomInteger(random, 3, 5);
  while (branches.length < regular - 1)
    branches.push({ kind: 'regular', parents: drawParents(random, branches.length) });
  const heard = new Set(branches.flatMap(({ parents }) => parents));
  const merge: Role = { kind: 'regular', parents: [...branches.keys()].filter((role) => !heard.has(role)) };
  return [...branches, ...drawPlanted(random, 6 - regular, branches.length), merge];
}

/** One earlier role, sometimes two. */
function drawParents(random: Random, earlier: number): number[] {
  const parents = new Set([random.below(earlier)]);
  if (random.below(3) === 0) parents.add(random.below(earlier));
  return [...parents].toSorted((one, other) => one - other);
}

const plants = [['dummy'], ['saboteur'], ['regular', 'twin']] as const;

/** Some of the plants, as far as there is room; each listens to one earlier role, twins to the same. */
function drawPlanted(random: Random, room: number, earlier: number): Role[] {
  const planted: Role[] = [];
  for (const place of shuffle(random, [0, 1, 2])) {
    const parents = [random.below(earlier)];
    const plant = plants[place]!;
    if (random.below(2) === 0 && planted.length + plant.length <= room)
      planted.push(...plant.map((kind) => ({ kind, parents })));
  }
  return planted;
}
