import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Distractor, keyToDoor, keyToDoorWorld } from '../../../tasks/teams/key-to-door.ts';
import { expectClose, expectNear } from '../games/close.ts';
import { firstInstances } from './first-instances.ts';
import { grown } from './grown.ts';

const actions = ['pick', 'open', 'look', 'wait'];
const uniform = [0.25, 0.25, 0.25, 0.25];

describe('key to door under the uniform policy', () => {
  const distractors: Distractor[] = [9, 0, 1];
  const steps = distractors.length + 2;
  const { along, tree, value } = grown(keyToDoorWorld(distractors, new Array(steps).fill(uniform)));
  const unit = 23 / (10 * steps);
  const treasure = (0.2 * 23) / steps;
  const idle = new Array(distractors.length).fill('wait');

  it('has a treasure of 0.2 · 23/L, distractors of 0.1 and 0.9 · 23/L, and all of them in its range', () => {
    expect(tree.world.range[0]).toBe(0);
    expectClose([tree.world.range[1]], [treasure + 10 * unit]);
    expectClose([Math.max(...tree.scores), Math.min(...tree.scores)], [treasure + 10 * unit, 0]);
    expectClose([value()], [treasure / 16 + (10 * unit) / 4]);
  });

  it.each(actions)('gives the first action "%s" 3R/16 if it picks the key up, else −R/16', (action) => {
    const { advantage } = along([action, ...idle, 'wait']);
    expectClose([advantage![0]!], [action === 'pick' ? (3 * treasure) / 16 : -treasure / 16]);
  });

  it.each(actions)(
    'gives "%s" at the door 3R/4 if it opens with the key, −R/4 if not, and nothing without the key',
    (action) => {
      const last = (first: string) => along([first, ...idle, action]).advantage!.at(-1)!;
      expectClose([last('pick')], [action === 'open' ? (3 * treasure) / 4 : -treasure / 4]);
      expectClose([last('look')], [0]);
    },
  );

  it('gives the key decision the same advantage whatever distractors lie on the way', () => {
    const other = grown(keyToDoorWorld([0, 0, 0], new Array(steps).fill(uniform)));
    for (const action of actions) {
      const said = [action, 'pick', 'pick', 'open', 'open'];
      expectClose([along(said).advantage![0]!], [other.along(said).advantage![0]!]);
    }
  });

  it('gives picking a distractor up ¾ of what it is worth, with and without the key', () => {
    for (const first of ['pick', 'open']) {
      const { advantage } = along([first, 'pick', 'wait', 'pick', 'wait']);
      expectClose(advantage!.subarray(1, 4), [(3 / 4) * 9 * unit, 0, (3 / 4) * unit]);
    }
  });
});

describe('key to door', () => {
  it('divides the treasure between picker and opener, and pays each collector what it finds', () => {
    const chance = fc.integer({ min: 1, max: 9 });
    const policy = fc.array(chance, { minLength: 4, maxLength: 4 }).map((weights) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      return weights.map((weight) => weight / total);
    });
    const shape = fc.array(fc.tuple(fc.constantFrom<Distractor>(0, 1, 9), policy), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(policy, shape, policy, (picker, way, opener) => {
        const policies = [picker, ...way.map(([, policy]) => policy), opener];
        const unit = 2.3 / policies.length;
        const { shapley, removal } = grown(
          keyToDoorWorld(
            way.map(([worth]) => worth),
            policies,
          ),
        ).team.agents();
        const both = 2 * unit * picker[0]! * opener[1]!;
        const found = way.map(([worth, policy]) => unit * worth * policy[0]!);
        expectNear(shapley!, [both / 2, ...found, both / 2]);
        expectNear(removal!, [both, ...found, both]);
      }),
    );
  });

  it('is drawn with distractors four times out of five', () => {
    const sizes = firstInstances(keyToDoor, 300).map(({ episode }) => {
      const steps = episode.messages.length;
      return { steps, top: (episode.range[1] * steps) / 2.3 - 2 };
    });
    expect(new Set(sizes.map(({ steps }) => steps))).toEqual(new Set([4, 5, 6]));
    const places = sizes.reduce((sum, { steps }) => sum + steps - 2, 0);
    const mean = sizes.reduce((sum, { top }) => sum + top, 0) / places;
    // Worth per place: 4 on average, with a variance of 0.4 · (1 + 81) − 16.
    expect(Math.abs(mean - 4)).toBeLessThanOrEqual(4 * Math.sqrt(16.8 / places));
  });
});
