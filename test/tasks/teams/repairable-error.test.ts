import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Hand, repairableError, repairableErrorWorld } from '../../../tasks/teams/repairable-error.ts';
import { expectClose, expectNear } from '../games/close.ts';
import { firstInstances } from './first-instances.ts';
import { grown } from './grown.ts';
import { unmerged } from './unmerged.ts';

const rate = fc.double({ min: 0, max: 1, noNaN: true });
const hands = fc.array(fc.record({ corrupts: rate, repairs: rate }), { minLength: 1, maxLength: 5 });

describe('four hands that corrupt one time in ten and repair half of what is corrupt', () => {
  const world = repairableErrorWorld(new Array(4).fill({ corrupts: 0.1, repairs: 0.5 }));
  const { along, value, tree } = grown(world);

  it('keep the plan clean with probability 1047/1250, and each message moves it', () => {
    expectClose([value()], [1047 / 1250]);
    expectClose(along(['good', 'corrupt', 'repair', 'good']).advantage!, [0.0064, -0.144, 0.2, 0.1]);
    expectClose(along(['good', 'corrupt', 'good', 'good']).advantage!, [0.0064, -0.144, -0.2, -0.5]);
  });

  it('are blamed for the corruption, not for leaving it, and not at all once it is repaired', () => {
    expect(along(['good', 'corrupt', 'good', 'good'])['first-error']).toEqual({ step: 1, agent: 1 });
    expect(along(['good', 'corrupt', 'repair', 'good'])['first-error']).toEqual({ step: null, reason: 'none' });
  });

  it('are blamed for the earliest corruption, as the protocol says, where a later one outlives a repair', () => {
    expect(along(['corrupt', 'repair', 'corrupt', 'good'])['first-error']).toEqual({ step: 0, agent: 0 });
  });

  it('err only by corrupting what was clean', () => {
    const wrong = grown(unmerged(world)).tree.layers[1]!.said.map(({ isWrong }) => isWrong === true);
    expect(wrong).toEqual([false, true, false, false, false, false, false, true, false]);
  });

  it('can be held to any message, so realised credit is defined', () => {
    expect(tree.hasFixedMenus).toBe(true);
    expect(along(['good', 'corrupt', 'repair', 'good']).realised).toHaveLength(4);
  });
});

describe('a repairable error', () => {
  it('has values and advantages in closed form', () => {
    fc.assert(
      fc.property(hands, fc.infiniteStream(fc.boolean()), (drawn, choices) => {
        const { value, along, team } = grown(repairableErrorWorld(drawn));
        expectNear([value()], [cleanAtTheEnd(drawn)]);
        const presence = team.presence()!;
        const expected = Array.from(presence, (_, mask) =>
          cleanAtTheEnd(drawn.filter((_, hand) => (mask >> hand) & 1)),
        );
        expectNear(presence, expected);
        const said: string[] = [];
        for (const _ of drawn) {
          const acts = choices.next().value === true;
          said.push(acts ? (isCorrupt(said) ? 'repair' : 'corrupt') : 'good');
        }
        expectNear(along(said).advantage!, advantages(drawn, said));
      }),
    );
  });

  it('is never made worse by a repair, nor better by a corruption, where hands are more often right than not', () => {
    let repairs = 0;
    for (const { episode, truth } of firstInstances(repairableError, 200)) {
      const { advantage } = truth();
      for (const [step, { text }] of episode.messages.entries()) {
        if (text === 'I put the plan right.') expect(advantage![step]).toBeGreaterThan(0);
        if (text === 'I change the plan for the worse.') expect(advantage![step]).toBeLessThan(0);
        if (text === 'I put the plan right.') repairs++;
      }
    }
    expect(repairs).toBeGreaterThan(20);
  });

  it('is final where nobody repairs: after it every advantage is 0', () => {
    const absorbing = new Array(4).fill({ corrupts: 0.3, repairs: 0 });
    const { advantage } = grown(repairableErrorWorld(absorbing)).along(['good', 'corrupt', 'good', 'good']);
    expectClose(advantage!, [0.3 * 0.7 ** 3, -(0.7 ** 3), 0, 0]);
  });
});

/** P(clean) after these hands, from a clean start. */
function cleanAtTheEnd(hands: readonly Hand[]): number {
  return hands.reduce((clean, { corrupts, repairs }) => clean * (1 - corrupts) + (1 - clean) * repairs, 1);
}

/** What a message changes in the chance that the plan leaves its author clean, times Π (1 − e − r) over the later hands. */
function advantages(hands: readonly Hand[], said: readonly string[]): number[] {
  return hands.map(({ corrupts, repairs }, step) => {
    const carried = hands.slice(step + 1).reduce((so, later) => so * (1 - later.corrupts - later.repairs), 1);
    const expected = isCorrupt(said.slice(0, step)) ? repairs : 1 - corrupts;
    return ((isCorrupt(said.slice(0, step + 1)) ? 0 : 1) - expected) * carried;
  });
}

function isCorrupt(said: readonly string[]): boolean {
  return said.findLast((id) => id !== 'good') === 'corrupt';
}
