import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emptyCoalitions, grandCoalition } from '../../../harness/coalitions.ts';
import type { Instance, Task } from '../../../harness/contract.ts';
import { randomOf } from '../../../harness/random.ts';
import { tasks } from '../../../tasks/catalog.ts';
import { nullPlayer } from '../../../tasks/games/null-player.ts';
import { redundantPair } from '../../../tasks/games/redundant-pair.ts';
import { saboteur } from '../../../tasks/games/saboteur.ts';
import { votingBodies } from '../../../tasks/games/voting-bodies.ts';
import { expectClose, expectNear } from './close.ts';

const files = readdirSync(new URL('../../../tasks/games/', import.meta.url)).map((name) => name.replace('.ts', ''));
const games = tasks.filter(({ id }) => files.includes(id));
const drawn = games.filter((task) => task !== votingBodies);

describe.each(games.map((task) => [task.id, task] as const))('the task %s', (_, task) => {
  it('offers worth, with which its Shapley values divide v(N) − v(∅)', async () => {
    for (const { episode, truth, open } of first(task, 30)) {
      const count = episode.agents.length;
      const { worth } = open({ random: randomOf('task'), generated: () => {} });
      const [empty, grand] = [await worth!(emptyCoalitions(count, 1)), await worth!(grandCoalition(count))];
      expect(grand[0]).toBe(episode.outcome);
      expect(episode.messages).toEqual([]);
      expectNear([truth().shapley!.reduce((sum, value) => sum + value, 0)], [grand[0]! - empty[0]!]);
      expect(truth()).toBe(truth());
      for (const estimand of ['shapley', 'banzhaf', 'removal'] as const) expect(truth()[estimand]).toHaveLength(count);
    }
  });

  it('is the same for the same stream, whatever was drawn from it before', () => {
    const used = randomOf('seed', task.id);
    used.float();
    expect(first(task, 5, used).map(fingerprint)).toEqual(first(task, 5).map(fingerprint));
  });
});

describe.each(drawn.map((task) => [task.id, task] as const))('the drawn task %s', (_, task) => {
  it('has 3 to 12 agents, a number that varies, and another game under another seed', () => {
    const counts = new Set(first(task, 60).map(({ episode }) => episode.agents.length));
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(3);
    expect(Math.max(...counts)).toBeLessThanOrEqual(12);
    expect(counts.size).toBeGreaterThanOrEqual(5);
    expect(first(task, 5, randomOf('other', task.id)).map(fingerprint)).not.toEqual(first(task, 5).map(fingerprint));
  });
});

it('the catalog lists the games by the names of their files', () => {
  expect(games.map(({ id }) => id).toSorted()).toEqual([
    'additive',
    'airport',
    'bankruptcy',
    'glove',
    'induced-subgraph',
    'null-player',
    'parity',
    'redundant-pair',
    'saboteur',
    'threshold',
    'unanimity',
    'voting-bodies',
    'weighted-voting',
  ]);
});

describe('a planted part', () => {
  it('of saboteur is one agent with negative values', () => {
    for (const { truth } of first(saboteur, 50)) {
      const { shapley, banzhaf, removal } = truth();
      for (const values of [shapley!, banzhaf!, removal!]) expect(values.filter((value) => value < 0)).toHaveLength(1);
    }
  });

  it('of null-player is one to three agents who get exactly nothing', () => {
    for (const { episode, truth } of first(nullPlayer, 50)) {
      const { shapley, banzhaf, removal } = truth();
      const idle = episode.agents.filter((_, i) => shapley![i] === 0 && banzhaf![i] === 0 && removal![i] === 0);
      expect(idle.length).toBeGreaterThanOrEqual(1);
    }
  });

  it('of redundant-pair is a pair that leave-one-out does not see and Shapley does', () => {
    for (const { truth } of first(redundantPair, 50)) {
      const { shapley, removal } = truth();
      expect(shapley![1]).toBeGreaterThan(0);
      expect(shapley![1]).toBe(shapley![2]);
      expectClose([shapley![0]!], [4 * shapley![1]!]);
      expect([removal![1], removal![2]]).toEqual([0, 0]);
    }
  });

  it('of voting-bodies is Luxembourg, which had a vote and no power', () => {
    const [council, before, eec] = first(votingBodies, 9);
    expect(eec!.episode.agents[5]!.role).toBe('Luxembourg');
    expect(eec!.truth().shapley![5]).toBe(0);
    expectClose(council!.truth().shapley!.subarray(4, 6), [421 / 2145, 4 / 2145]);
    expectClose(before!.truth().shapley!.subarray(4, 6), [76 / 385, 1 / 462]);
  });
});

function first(task: Task, count: number, random = randomOf('seed', task.id)): Instance[] {
  const found: Instance[] = [];
  for (const instance of task.instances(random)) {
    found.push(instance);
    if (found.length === count) break;
  }
  return found;
}

function fingerprint({ id, episode, truth }: Instance) {
  return { id, episode, truth: truth() };
}
