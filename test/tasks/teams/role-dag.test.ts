import { describe, expect, it } from 'vitest';
import { ancestorsOf, type RoleNull } from '../../../tasks/teams/role-dag-world.ts';
import type { Utterance } from '../../../tasks/teams/world.ts';
import { expectNear } from '../games/close.ts';
import { dagRoles, dummy, merge, nulls, original, saboteur, saidBefore, twin, worldOf } from './example-dag.ts';
import { grown } from './grown.ts';

describe.each(nulls)('a role DAG with the null "%s"', (absence) => {
  const world = worldOf(absence, 1);
  const last = absence === 'default-policy' ? 1 : 2;

  it('has policies that depend on transitive ancestors, and on nobody else', () => {
    for (const role of dagRoles.keys()) {
      const plain = saidBefore(world, role, () => 0);
      const heard = ancestorsOf(dagRoles, role);
      for (let other = 0; other < role; other++) {
        const changed = saidBefore(world, role, (step) => (step === other ? last : 0));
        const chances = (said: Utterance[]) => world.menu(role, said).map(({ probability }) => probability);
        if (heard.includes(other)) expect(chances(changed), `${role} hears ${other}`).not.toEqual(chances(plain));
        else expect(world.menu(role, changed), `${role} does not hear ${other}`).toEqual(world.menu(role, plain));
      }
    }
  });

  it('has an outcome that depends on every role but the dummy', () => {
    for (const role of dagRoles.keys()) {
      const differs = [0, 1, 2, 3, 4, 5].some((seed) => {
        const world = worldOf(absence, seed, { difficulty: 0 });
        const said = (changed: number) => saidBefore(world, 8, (step) => (step === role ? changed : seed % 2));
        return world.score(said(0)) !== world.score(said(1));
      });
      expect(differs, `role ${role}`).toBe(role !== dummy);
    }
  });

  it('gives the dummy nothing, the twins the same, and the saboteur less than nothing', () => {
    for (let seed = 0; seed < 8; seed++) {
      const { shapley, banzhaf, removal } = grown(worldOf(absence, seed)).team.agents();
      for (const values of [shapley!, banzhaf!, removal!]) {
        expectNear([values[dummy]!], [0]);
        expectNear([values[original]!], [values[twin]!]);
        expect(values[saboteur]).toBeLessThan(-1e-3);
      }
      expect(Math.max(...shapley!.map(Math.abs))).toBeGreaterThan(1e-3);
    }
  });

  it('divides v(N) − v(∅), and is worth its base without anybody who leaves a null message', () => {
    const { team, value } = grown(world);
    const presence = team.presence()!;
    const total = team.agents().shapley!.reduce((sum, share) => sum + share, 0);
    expectNear([total], [value() - presence[0]!]);
    if (absence === 'default-policy') return;
    const nobody = saidBefore(world, 8, () => last);
    expectNear([presence[0]!], [world.score(nobody)]);
    expect(nobody.map(({ id }) => id)).toEqual(new Array(8).fill(absence));
  });
});

describe('the three nulls', () => {
  const said = (absence: RoleNull) => saidBefore(worldOf(absence, 2), 1, () => 2);

  it('are texts that no present role ever chooses, or a policy that listens to nobody', () => {
    const menuOf = (absence: RoleNull) => worldOf(absence, 2).menu(0, []);
    expect(menuOf('empty').at(-1)).toMatchObject({ text: '', probability: 0, absent: 1 });
    expect(menuOf('placeholder').at(-1)).toMatchObject({ text: '(no contribution)', probability: 0, absent: 1 });
    expect(menuOf('default-policy')).toHaveLength(2);
    const world = worldOf('default-policy', 2);
    const away = (first: number) =>
      world
        .menu(
          1,
          saidBefore(world, 1, () => first),
        )
        .map(({ absent }) => absent);
    expect(away(0)).toEqual(away(1));
    expect(away(0).every((chance) => chance! > 0)).toBe(true);
  });

  it('are reacted to differently: downstream of an empty message policies are others than of a placeholder', () => {
    const chances = (absence: RoleNull) =>
      worldOf(absence, 2)
        .menu(1, said(absence))
        .map(({ probability }) => probability);
    expect(chances('empty')).not.toEqual(chances('placeholder'));
    const shapley = (absence: RoleNull) => [...grown(worldOf(absence, 2)).team.agents().shapley!];
    expect(shapley('empty')).not.toEqual(shapley('placeholder'));
    expect(grown(worldOf('empty', 2)).value()).toBeCloseTo(grown(worldOf('placeholder', 2)).value(), 12);
  });
});

it('a merge hears those before its parents too', () => {
  expect(ancestorsOf(dagRoles, merge)).toEqual([0, 1, 2]);
});
