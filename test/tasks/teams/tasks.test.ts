import { describe, expect, it } from 'vitest';
import { emptyCoalitions, grandCoalition } from '../../../harness/coalitions.ts';
import type { Instance } from '../../../harness/contract.ts';
import { randomOf } from '../../../harness/random.ts';
import { wordProblems } from '../../../tasks/language/word-problems.ts';
import { jigsaw } from '../../../tasks/teams/jigsaw.ts';
import { pipeline } from '../../../tasks/teams/pipeline.ts';
import { reasonerActor } from '../../../tasks/teams/reasoner-actor.ts';
import { relay } from '../../../tasks/teams/relay.ts';
import { voteWithSaboteur } from '../../../tasks/teams/vote-with-saboteur.ts';
import { expectNear } from '../games/close.ts';
import { firstInstances } from './first-instances.ts';
import { still } from './still.ts';

const families = [relay, reasonerActor, pipeline, voteWithSaboteur, jigsaw, wordProblems];

describe.each(families.map((task) => [task.id, task] as const))('the task %s', (_, task) => {
  it('offers exactly what its instances open, and knows exactly the truths it lists', () => {
    for (const instance of firstInstances(task, 20)) {
      const { truth, open } = instance;
      expect(Object.keys(open({ random: randomOf('any'), generated: () => {} })).toSorted()).toEqual(
        task.offers.toSorted(),
      );
      expect(Object.keys(truth()).toSorted()).toEqual(task.estimands!.toSorted());
      expect(truth()).toBe(truth());
    }
  });

  it('has a truth that telescopes along its critic, message by message', async () => {
    for (const { episode, truth, open } of firstInstances(task, 20)) {
      const { critic } = open({ random: still, generated: () => {} });
      const values = await critic!([...episode.messages.keys()]);
      const { advantage, realised } = truth();
      expectNear(
        advantage!.subarray(0, -1),
        values.slice(1).map((value, step) => value - values[step]!),
      );
      expectNear([sum(realised!)], [sum(advantage!)]);
      if (episode.outcome === 0 || episode.outcome === 1) continue;
      expectNear([sum(advantage!)], [episode.outcome - values[0]!]);
    }
  });

  it('divides v(N) − v(∅) among its agents', async () => {
    for (const { episode, truth, open } of firstInstances(task, 6)) {
      const { critic } = open({ random: still, generated: () => {} });
      const { worth } = open({ random: randomOf('any'), generated: () => {} });
      const agents = episode.agents.length;
      const [grand] = await critic!([0]);
      const draws = 400;
      let empty = 0;
      for (let draw = 0; draw < draws; draw++) empty += (await worth!(emptyCoalitions(agents, 1)))[0]! / draws;
      const alone = grand! - sum(truth().shapley!);
      expect(Math.abs(empty - alone)).toBeLessThanOrEqual(
        4 * Math.sqrt(Math.max(alone * (1 - alone), 0) / draws) + 1e-12,
      );
      expect((await worth!(grandCoalition(agents)))[0]).toBeGreaterThanOrEqual(0);
    }
  });

  it('draws episodes as its policies say: outcomes average to V(h₁)', async () => {
    const count = 500;
    let surplus = 0;
    let variance = 0;
    for (const { episode, open } of firstInstances(task, count)) {
      const [value] = await open({ random: still, generated: () => {} }).critic!([0]);
      surplus += episode.outcome - value!;
      variance += value! * (1 - value!);
    }
    expect(Math.abs(surplus)).toBeLessThanOrEqual(4 * Math.sqrt(variance));
  });

  it('blames an error in every failed episode that has one, and nobody in a success', () => {
    if (!task.estimands!.includes('first-error')) return;
    const truths = firstInstances(task, 200).map(({ episode, truth }) => ({ episode, blame: truth()['first-error']! }));
    for (const { episode, blame } of truths) {
      if (episode.outcome === 1) expect(blame).toEqual({ step: null, reason: 'none' });
      else expect(blame).toEqual({ step: expect.any(Number), agent: episode.messages[blame.step!]!.agent });
    }
    expect(new Set(truths.map(({ blame }) => blame.step)).size).toBeGreaterThan(2);
  });

  it('is the same for the same stream, whatever was drawn from it before, and another for another', () => {
    const used = randomOf('seed', task.id);
    used.float();
    expect(firstInstances(task, 5, used).map(fingerprint)).toEqual(firstInstances(task, 5).map(fingerprint));
    expect(firstInstances(task, 5, randomOf('other')).map(fingerprint)).not.toEqual(
      firstInstances(task, 5).map(fingerprint),
    );
  });
});

describe('a planted part', () => {
  it('of vote-with-saboteur is one voter who is more often wrong than right, and harms the team most', async () => {
    for (const { episode, truth, open } of firstInstances(voteWithSaboteur, 50)) {
      const { policy } = open({ random: randomOf('any'), generated: () => {} });
      const rightRates: number[] = [];
      for (const step of episode.messages.keys()) rightRates.push((await policy!(step))[0]!.probability);
      const [saboteur, ...others] = [...rightRates.keys()].filter((voter) => rightRates[voter]! < 0.5);
      const shapley = [...truth().shapley!];
      expect(others).toEqual([]);
      expect(shapley[saboteur!]).toBeLessThan(0);
      expect(shapley.indexOf(Math.min(...shapley))).toBe(saboteur);
    }
  });

  it('of relay is that nobody can help: an absent agent copies', () => {
    for (const { truth } of firstInstances(relay, 50)) expect(Math.max(...truth().shapley!)).toBeLessThan(0);
  });

  it('of reasoner-actor is a coin flip: outcomes are 0 or 1, expectations are neither', async () => {
    for (const { episode, open } of firstInstances(reasonerActor, 50)) {
      expect([0, 1]).toContain(episode.outcome);
      const [value] = await open({ random: still, generated: () => {} }).critic!([1]);
      expect(value).toBeGreaterThanOrEqual(0.02);
      expect(value).toBeLessThanOrEqual(0.98);
    }
  });

  it('of jigsaw is said in words', () => {
    const texts = new Set(
      firstInstances(jigsaw, 200).flatMap(({ episode }) => episode.messages.map(({ text }) => text)),
    );
    for (const text of texts)
      expect(text).toMatch(/^I (know no fact|know the fact \d|know the facts \d(, \d)+|have nothing to add)\.$/);
    expect([...texts]).toEqual(
      expect.arrayContaining(['I know no fact.', 'I know the fact 1.', 'I know the facts 1, 2.']),
    );
  });
});

function fingerprint({ id, episode, truth }: Instance) {
  return { id, episode, truth: truth() };
}

function sum(values: Iterable<number>): number {
  return [...values].reduce((total, value) => total + value, 0);
}
