import { describe, expect, it } from 'vitest';
import { randomOf } from '../../../harness/random.ts';
import { drawDag, roleDag, roleDagDefaultPolicy, roleDagEmpty } from '../../../tasks/teams/role-dag.ts';
import { ancestorsOf, type Role, type RoleDag, roleDagWorld } from '../../../tasks/teams/role-dag-world.ts';
import { expectNear } from '../games/close.ts';
import { dagRoles, nulls, saboteur, saidBefore, worldOf } from './example-dag.ts';
import { firstInstances } from './first-instances.ts';
import { grown } from './grown.ts';

describe('the knobs', () => {
  const base = { upstream: 0, downstream: 0, difficulty: 0, synergy: 0, roles: dagRoles.slice(0, 3) };

  it('leave a team without spread, difficulty and synergy at one half, whatever is said', () => {
    expect(new Set(grown(worldOf('empty', 3, base)).tree.scores)).toEqual(new Set([0.5]));
  });

  it('add the synergy where the first and the last role choose their first message', () => {
    const { tree } = grown(worldOf('default-policy', 3, { ...base, synergy: 0.25 }));
    expect([...tree.scores]).toEqual([0.75, 0.5, 0.75, 0.5, 0.5, 0.5, 0.5, 0.5]);
  });

  it('shift the whole problem by its difficulty alone', () => {
    const values = Array.from({ length: 400 }, (_, seed) =>
      worldOf('empty', seed, { ...base, difficulty: 0.1 }).score(saidBefore(worldOf('empty', seed, base), 3, () => 0)),
    );
    const mean = values.reduce((sum, value) => sum + value, 0) / 400;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 399;
    expect(Math.abs(mean - 0.5)).toBeLessThanOrEqual(4 * Math.sqrt(0.01 / 400));
    expect(Math.abs(variance / 0.01 - 1)).toBeLessThanOrEqual(4 * Math.sqrt(2 / 400));
  });

  it('spread effects from the first role to the last', () => {
    const variance = (role: number, changes: Partial<RoleDag>) => {
      const gains = Array.from({ length: 300 }, (_, seed) => {
        const world = worldOf('empty', seed, { ...base, ...changes });
        const silent = (step: number) => (step === role ? 0 : 2);
        return world.score(saidBefore(world, 3, silent)) - 0.5;
      });
      return gains.reduce((sum, gain) => sum + gain ** 2, 0) / 300;
    };
    for (const [role, spread] of [0.02, 0.06, 0.1].entries()) {
      const found = variance(role, { upstream: 0.02, downstream: 0.1 });
      expect(Math.abs(found / spread ** 2 - 1)).toBeLessThanOrEqual(4 * Math.sqrt(2 / 300));
    }
  });

  it('declare blunders and every sabotage errors where the evaluator has no noise, for a judge that may err', () => {
    const world = { ...worldOf('empty', 4, { noise: 'none' }), judge: { sensitivity: 0.8, specificity: 0.9 } };
    expect([world.declaresErrors, world.threshold, worldOf('empty', 4).declaresErrors]).toEqual([true, 0.5, false]);
    const sabotage = world.menu(
      saboteur,
      saidBefore(world, saboteur, () => 0),
    );
    expect(sabotage.map(({ isWrong }) => isWrong === true)).toEqual([false, true, false]);
    let [wrong, all] = [0, 0];
    for (let seed = 0; seed < 1000; seed++) {
      const menu = worldOf('empty', seed, { noise: 'none' }).menu(0, []).slice(0, 2);
      wrong += menu.filter(({ isWrong }) => isWrong).length;
      all += menu.length;
    }
    // P(z < −1) of a standard normal number.
    expect(Math.abs(wrong / all - 0.1587)).toBeLessThanOrEqual(4 * Math.sqrt((0.1587 * 0.8413) / all));
  });

  it('make ten roles of two messages as exact as two', () => {
    const chain: Role[] = Array.from({ length: 10 }, (_, role) => ({
      kind: 'regular',
      parents: role === 0 ? [] : [role - 1],
    }));
    const { team, value } = grown(worldOf('default-policy', 5, { roles: chain }));
    const total = team.agents().shapley!.reduce((sum, share) => sum + share, 0);
    expectNear([total], [value() - team.presence()![0]!]);
  });
});

describe('role-dag', () => {
  it('draws three to six roles, some planted: dummies earn nothing, saboteurs less, and twins the same', () => {
    const found = { regular: 0, dummy: 0, saboteur: 0, twin: 0 };
    const sizes = new Set<number>();
    for (let seed = 0; seed < 120; seed++) {
      const dag = drawDag(randomOf('drawn', seed), nulls[seed % 3]!);
      const { shapley } = grown(roleDagWorld(dag, randomOf('tables', seed))).team.agents();
      sizes.add(dag.roles.length);
      for (const [role, { kind, parents }] of dag.roles.entries()) {
        found[kind]++;
        if (kind === 'dummy') expectNear([shapley![role]!], [0]);
        if (kind === 'saboteur') expect(shapley![role]).toBeLessThan(0);
        if (kind === 'twin') expectNear([shapley![role]!], [shapley![role - 1]!]);
        for (const parent of parents) expect([dag.roles[parent]!.kind, parent < role]).toEqual(['regular', true]);
      }
      expect(ancestorsOf(dag.roles, dag.roles.length - 1)).toEqual(
        [...dag.roles.keys()].filter((role) => isBranch(dag, role)),
      );
    }
    expect(sizes).toEqual(new Set([3, 4, 5, 6]));
    expect(Math.min(...Object.values(found))).toBeGreaterThan(15);
  });

  it('tells methods nothing of who is planted', () => {
    for (const task of [roleDag, roleDagEmpty, roleDagDefaultPolicy])
      for (const { episode } of firstInstances(task, 20))
        expect(JSON.stringify(episode)).not.toMatch(/dummy|saboteur|twin|regular/);
  });
});

/** Not planted, and not the last: the roles that the last one hears, directly or not. */
function isBranch({ roles }: RoleDag, role: number): boolean {
  return role < roles.length - 1 && roles[role]!.kind === 'regular' && roles[role + 1]!.kind !== 'twin';
}
