import { type Random, randomNormal } from '../../harness/random.ts';
import { dirichlet } from './dirichlet.ts';
import { remembered } from './remembered.ts';
import { perfectJudge, type Utterance, type World } from './world.ts';

/** What a role does to the outcome: as its messages have it, nothing at all, or only harm; `twin` is as good as the role before it. */
export type RoleKind = 'regular' | 'dummy' | 'saboteur' | 'twin';

/** A role and the earlier roles that it listens to. Only regular roles are listened to, and not those that have a twin. */
export type Role = { readonly kind: RoleKind; readonly parents: readonly number[] };

/** What stands in for an absent role: the empty message, a fixed neutral text, or a policy that listens to nobody. */
export type RoleNull = 'empty' | 'placeholder' | 'default-policy';

/** Roles in topological order with the knobs of their random tables. */
export type RoleDag = {
  readonly roles: readonly Role[];
  /** To choose from at every role. */
  readonly messages: number;
  /** Of the Dirichlet distribution of the policies. */
  readonly concentration: number;
  /** Standard deviations of what the first and the last role's message, and the problem, add to the success probability. */
  readonly upstream: number;
  readonly downstream: number;
  readonly difficulty: number;
  /** Added where the first and the last role both choose their first message. */
  readonly synergy: number;
  readonly absence: RoleNull;
  readonly noise: World['noise'];
};

const nullMessages = {
  empty: { id: 'empty', text: '' },
  placeholder: { id: 'placeholder', text: '(no contribution)' },
} as const;

/** What a saboteur's message costs; its first message, and its null, cost nothing. */
const damage = { least: 0.1, most: 0.3 };

/**
 * A role's policy depends on what its transitive ancestors said and on nothing else, the success probability on all. The null
 * messages have policies and effects downstream of their own. Twins add the better one of their effects. A message is an
 * error if it harms, by more than a standard deviation of its role's effects unless it is a saboteur's; errors are declared
 * where the evaluator has no noise, and an outcome of ½ is a success there.
 * @param random names a stream for every table entry, so a table does not depend on the order of asking.
 */
export function roleDagWorld(dag: RoleDag, random: Random): World {
  const { roles, messages, absence } = dag;
  const base = 0.5 + dag.difficulty * randomNormal(random.stream('base'));
  const heard = roles.map((_, role) => ancestorsOf(roles, role));
  const original = (role: number) => (roles[role]!.kind === 'twin' ? role - 1 : role);
  const heardBy = (role: number, said: readonly Utterance[]) => heard[role]!.map((other) => said[other]!.id);
  const policyOf = remembered((...path) => dirichlet(random.stream('policy', ...path), messages, dag.concentration));
  const normalOf = remembered((...path) => randomNormal(random.stream('effect', ...path)));

  const damageOf = remembered((...path) => {
    return damage.least + (damage.most - damage.least) * random.stream('damage', ...path).float();
  });
  const spreadOf = (role: number) =>
    dag.upstream + (dag.downstream - dag.upstream) * (original(role) / Math.max(1, roles.length - 1));

  /** What saying `id` adds to the success probability. */
  const effectOf = (role: number, id: string, said: readonly Utterance[]): number => {
    const { kind } = roles[role]!;
    if (kind === 'dummy' || id in nullMessages) return 0;
    if (kind === 'saboteur') return id === 'm0' ? 0 : -damageOf(role, id);
    return spreadOf(role) * normalOf(original(role), ...heardBy(role, said), id);
  };
  const mistake = (role: number) => (roles[role]!.kind === 'saboteur' ? 0 : spreadOf(role));
  const effectIn = (role: number, said: readonly Utterance[]) => effectOf(role, said[role]!.id, said);
  const harmless = Float64Array.from({ length: messages }, (_, place) => (place === 0 ? 1 : 0));
  const defaultPolicy = (role: number) =>
    roles[role]!.kind === 'saboteur' ? harmless : policyOf(original(role), 'default');

  return {
    agents: roles.map((_, role) => ({ id: `role-${role + 1}`, role: `role-${role + 1}` })),
    problem: 'Each of you chooses how to go on, by what those whom you listen to chose.',
    range: [0, 1],
    threshold: dag.noise === 'none' ? 0.5 : 1,
    noise: dag.noise,
    null: absence,
    declaresErrors: dag.noise === 'none',
    judge: perfectJudge,
    authors: roles.map((_, role) => role),
    menu: (step, said) => {
      const chances = policyOf(original(step), ...heardBy(step, said));
      const away = absence === 'default-policy' ? defaultPolicy(step) : undefined;
      const options = Array.from(chances, (probability, place) => ({
        id: `m${place}`,
        text: `I go for option ${place + 1}.`,
        probability,
        absent: away?.[place] ?? 0,
        ...(dag.noise === 'none' ? { isWrong: effectOf(step, `m${place}`, said) < -mistake(step) } : {}),
      }));
      return absence === 'default-policy'
        ? options
        : [...options, { ...nullMessages[absence], probability: 0, absent: 1 }];
    },
    state: (said) => said.map(({ id }, role) => (roles[role]!.kind === 'dummy' ? '' : id)).join(' '),
    score: (said) => {
      const isTogether = said[0]!.id === 'm0' && said.at(-1)!.id === 'm0';
      let success = base + (isTogether ? dag.synergy : 0);
      for (const [role, { kind }] of roles.entries()) {
        if (kind === 'twin') continue;
        const effect = effectIn(role, said);
        success += roles[role + 1]?.kind === 'twin' ? Math.max(effect, effectIn(role + 1, said)) : effect;
      }
      // Away from 0 and 1, as in reasoner-actor, so that no transcript is certain.
      return Math.min(0.98, Math.max(0.02, success));
    },
  };
}

/** All whom a role hears, directly or through others, in order. */
export function ancestorsOf(roles: readonly Role[], role: number): number[] {
  const found = new Set<number>();
  const visit = (one: number): void => {
    for (const parent of roles[one]!.parents) {
      found.add(parent);
      visit(parent);
    }
  };
  visit(role);
  return [...found].toSorted((one, other) => one - other);
}
