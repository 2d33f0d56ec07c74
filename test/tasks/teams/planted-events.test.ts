import { describe, expect, it } from 'vitest';
import { pathOf, scoreOf } from '../../../tasks/teams/path.ts';
import { planted, plantedEvents } from '../../../tasks/teams/planted-events.ts';
import { type PlantedTeam, plantedEventsWorld } from '../../../tasks/teams/planted-events-world.ts';
import { expectNear } from '../games/close.ts';
import { firstInstances } from './first-instances.ts';
import { grown } from './grown.ts';

const workers = [0.1, 0.2, 0.15, 0.05, 0.3].map((corrupts) => ({ corrupts, repairs: 0.25, lucks: 0.1 }));
const teamOf = (slot: number, isAbsorbing = false): PlantedTeam => ({
  workers: isAbsorbing ? workers.map(({ corrupts }) => ({ corrupts, repairs: 0, lucks: 0 })) : workers,
  slot,
  isAbsorbing,
});
const pairs = workers.flatMap((_, corruption) =>
  Array.from({ length: 4 - corruption }, (_, later) => [corruption, corruption + 1 + later] as const),
);

describe.each([1, 3, 5])('with the listener at step %i', (slot) => {
  const team = teamOf(slot);
  const stepOf = (worker: number) => worker + (worker >= slot ? 1 : 0);
  const { along, tree, team: truth } = grown(plantedEventsWorld(team));
  const outcome = (said: readonly string[]) => scoreOf(tree, pathOf(tree, said));

  it('the transcript without a plant succeeds, with nobody to blame', () => {
    expect(outcome(planted(team, {}))).toBe(1);
    expect(along(planted(team, {}))['first-error']).toEqual({ step: null, reason: 'none' });
  });

  it.each([...workers.keys()])('a corruption by worker %i fails, harms, and is the first error', (worker) => {
    const said = planted(team, { [worker]: 'corrupt' });
    const { advantage, 'first-error': blame } = along(said);
    expect(outcome(said)).toBe(0);
    expect(advantage![stepOf(worker)]).toBeLessThan(0);
    expect(blame).toEqual({ step: stepOf(worker), agent: stepOf(worker) });
  });

  it.each(['duplicate', 'irrelevant'])('a message that is %s has advantage 0, and its author no credit', (plant) => {
    const said = planted(team, {}, plant);
    expect(said[slot]).toBe(plant);
    expect(along(said).advantage![slot]).toBe(0);
    expect(along(said)['first-error']).toEqual({ step: null, reason: 'none' });
    const { shapley, banzhaf, removal } = truth.agents();
    expectNear([shapley![slot]!, banzhaf![slot]!, removal![slot]!, along(said).realised![slot]!], [0, 0, 0, 0]);
  });

  it.each(pairs)('a corruption by worker %i is undone by worker %i, by repair or by luck', (corruption, undone) => {
    for (const plant of ['repair', 'lucky']) {
      const said = planted(team, { [corruption]: 'corrupt', [undone]: plant });
      const { advantage, 'first-error': blame } = along(said);
      expect(outcome(said)).toBe(1);
      expect(advantage![stepOf(corruption)]).toBeLessThan(0);
      expect(advantage![stepOf(undone)]).toBeGreaterThan(0);
      expect(blame).toEqual({ step: null, reason: 'none' });
    }
  });

  it('is worth the chance that the plan ends up sound, and a corruption costs what cannot be made good later', () => {
    const soundAfter = (from: number, sound: number) =>
      workers.slice(from).reduce((so, { corrupts, repairs, lucks }) => {
        return so * (1 - corrupts) + (1 - so) * (repairs + lucks);
      }, sound);
    expectNear([truth.values()[0]![0]!], [soundAfter(0, 1)]);
    for (const worker of workers.keys()) {
      const { advantage } = along(planted(team, { [worker]: 'corrupt' }));
      expectNear([advantage![stepOf(worker)]!], [soundAfter(worker + 1, 0) - soundAfter(worker, 1)]);
    }
  });

  it('a lucky step breaks the procedure, a repair does not', () => {
    const wrong = (plant: string) => {
      const path = pathOf(tree, planted(team, { 0: 'corrupt', 4: plant }));
      return path.map((edge, step) => tree.layers[step]!.said[edge]!.isWrong === true)[stepOf(4)];
    };
    expect([wrong('lucky'), wrong('repair'), wrong('work')]).toEqual([true, false, false]);
  });
});

describe('an absorbing error', () => {
  const team = teamOf(2, true);
  const { along, value } = grown(plantedEventsWorld(team));

  it('cannot be undone: advantages after it are 0, and the blame stays with it', () => {
    for (const plant of ['work', 'repair', 'lucky']) {
      const { advantage, 'first-error': blame } = along(planted(team, { 1: 'corrupt', 4: plant }));
      expectNear(advantage!.subarray(2), [0, 0, 0, 0]);
      expect(blame).toEqual({ step: 1, agent: 1 });
    }
    expectNear([value()], [0.9 * 0.8 * 0.85 * 0.95 * 0.7]);
  });
});

describe('planted-events', () => {
  const drawn = firstInstances(plantedEvents, 400).map(({ episode, truth }) => {
    const texts = episode.messages.map(({ text }) => text);
    const at = (pattern: RegExp) => texts.findIndex((text) => pattern.test(text));
    const places = {
      corruption: at(/wrong way round/),
      repair: at(/put it right/),
      lucky: at(/leave the procedure/),
      duplicate: at(/As we heard/),
      irrelevant: at(/coffee/),
    };
    return { episode, truth: truth(), ...places };
  });

  it('plants one thing per transcript, and all kinds of them', () => {
    const kinds = drawn.map(({ corruption, repair, lucky, duplicate, irrelevant }) =>
      [corruption, repair, lucky, duplicate, irrelevant].map((place) => (place < 0 ? '-' : 'x')).join(''),
    );
    const counts = new Map(kinds.map((kind) => [kind, kinds.filter((other) => other === kind).length]));
    expect([...counts.keys()].toSorted()).toEqual(['---x-', '----x', 'x----', 'x-x--', 'xx---'].toSorted());
    expect(Math.min(...counts.values())).toBeGreaterThan(40);
  });

  it('has the truth of the book for each of them', () => {
    for (const { episode, truth, corruption, repair, lucky, duplicate, irrelevant } of drawn) {
      const undone = Math.max(repair, lucky);
      if (corruption >= 0) expect(truth.advantage![corruption]).toBeLessThan(0);
      if (undone >= 0) expect(truth.advantage![undone]).toBeGreaterThan(0);
      for (const place of [duplicate, irrelevant].filter((one) => one >= 0)) {
        expectNear([truth.advantage![place]!], [0]);
        expectNear([truth.shapley![place]!], [0]);
      }
      const fails = corruption >= 0 && undone < 0;
      expect(episode.outcome).toBe(fails ? 0 : 1);
      expect(truth['first-error']).toEqual(
        fails ? { step: corruption, agent: corruption } : { step: null, reason: 'none' },
      );
    }
  });

  it('plants at uniformly drawn positions: no constant guess of the worker does better than another', () => {
    const failed = firstInstances(plantedEvents, 1500).flatMap(({ episode }) => {
      const corruption = episode.messages.findIndex(({ text }) => text.includes('wrong way round'));
      return episode.outcome === 0 ? [{ episode, corruption }] : [];
    });
    expect(failed.length).toBeGreaterThan(300);
    for (const fromTheEnd of [false, true])
      for (const guess of [0, 1, 2, 3]) {
        let [hits, expected, variance] = [0, 0, 0];
        for (const { episode, corruption } of failed) {
          const isListener = (text: string) => /listens|As we heard|coffee/.test(text);
          const workers = episode.messages.flatMap(({ text }, step) => (isListener(text) ? [] : [step]));
          if (workers.at(fromTheEnd ? -1 - guess : guess) === corruption) hits++;
          expected += 1 / workers.length;
          variance += (1 / workers.length) * (1 - 1 / workers.length);
        }
        expect(Math.abs(hits - expected)).toBeLessThanOrEqual(4 * Math.sqrt(variance));
      }
  });
});
