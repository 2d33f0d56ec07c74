import { describe, expect, it } from 'vitest';
import { randomOf } from '../../../harness/random.ts';
import { congestion } from '../../../tasks/teams/congestion.ts';
import { diamond } from '../../../tasks/teams/diamond.ts';
import { foraging } from '../../../tasks/teams/foraging.ts';
import { hiddenProfile } from '../../../tasks/teams/hidden-profile.ts';
import { keyToDoor } from '../../../tasks/teams/key-to-door.ts';
import { climbing, penalty, qtran } from '../../../tasks/teams/matrix-game.ts';
import { overlappingTree } from '../../../tasks/teams/overlapping-tree.ts';
import { repairableError } from '../../../tasks/teams/repairable-error.ts';
import { roleChain, roleChain2 } from '../../../tasks/teams/role-chain.ts';
import { roleDag, roleDagDefaultPolicy, roleDagEmpty } from '../../../tasks/teams/role-dag.ts';
import { sharedInformation } from '../../../tasks/teams/shared-information.ts';
import { twoStep } from '../../../tasks/teams/two-step.ts';
import { watchRepair } from '../../../tasks/teams/watch-repair.ts';
import { expectNear } from '../games/close.ts';
import { firstInstances } from './first-instances.ts';

const families = [
  hiddenProfile,
  sharedInformation,
  foraging,
  diamond,
  repairableError,
  roleChain,
  roleChain2,
  roleDag,
  roleDagEmpty,
  roleDagDefaultPolicy,
  keyToDoor,
  watchRepair,
  overlappingTree,
  climbing,
  penalty,
  qtran,
  twoStep,
  congestion,
];

const opening = { random: randomOf('any'), generated: () => {} };

describe.each(families.map((task) => [task.id, task] as const))('the family %s', (_, task) => {
  it('has realised credit and advantages of the same sum, s(τ) − V(h₁)', () => {
    for (const { truth } of firstInstances(task, 20)) {
      const { advantage, realised } = truth();
      expectNear([sum(realised!)], [sum(advantage!)]);
    }
  });

  it('draws episodes as its policies say: advantages average to 0', () => {
    const sums = firstInstances(task, 250).map(({ truth }) => sum(truth().advantage!));
    expect(Math.abs(sum(sums))).toBeLessThanOrEqual(4 * Math.sqrt(sum(sums.map((one) => one ** 2))));
  });

  it('has teams of many kinds, each with menus whose chances sum to 1', async () => {
    const drawn = firstInstances(task, 60);
    const truths = new Set(drawn.map(({ truth }) => JSON.stringify([...truth().shapley!])));
    expect(truths.size).toBeGreaterThan(30);
    for (const { episode, open } of drawn)
      for (const step of episode.messages.keys()) {
        const menu = await open(opening).policy!(step);
        expectNear([sum(menu.map(({ probability }) => probability))], [1]);
        expect(new Set(menu.map(({ message }) => message)).size).toBe(menu.length);
      }
  });

  it('blames an error in every failed episode, and nobody in a success, where it declares errors', () => {
    if (!task.estimands!.includes('first-error')) return;
    const blamed = new Set<number | null>();
    for (const { episode, truth } of firstInstances(task, 200)) {
      const blame = truth()['first-error']!;
      blamed.add(blame.step);
      if (episode.outcome === 1) expect(blame).toEqual({ step: null, reason: 'none' });
      else expect(blame).toEqual({ step: expect.any(Number), agent: episode.messages[blame.step!]!.agent });
    }
    expect(blamed.size).toBeGreaterThan(3);
  });
});

function sum(values: Iterable<number>): number {
  return [...values].reduce((total, value) => total + value, 0);
}
