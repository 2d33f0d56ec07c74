import { describe, expect, it } from 'vitest';
import { deliveryCost, watches, watchRepair, watchRepairWorld } from '../../../tasks/teams/watch-repair.ts';
import { expectClose, expectNear } from '../games/close.ts';
import { firstInstances } from './first-instances.ts';
import { grown } from './grown.ts';

const gains = [-1.5, 3.5, 3.5, -1.5];
const brands = watches.map((watch, brand) => [brand, watch, gains[brand]!] as const);

/** Mean and variance of what a delivery costs, from the menus of the driver: the chance of a count times its cost. */
function costOf(repairRate: number): [mean: number, variance: number] {
  const world = watchRepairWorld(watches[0]!, repairRate);
  const yes = world.menu(0, [])[0]!;
  let [mean, variance] = [0, 0];
  for (const [step, cost] of [0.1, 7].entries()) {
    const before = [yes, world.menu(1, [yes])[0]!].slice(0, step + 1);
    const menu = world.menu(step + 1, before);
    const first = menu.reduce((sum, { probability }, count) => sum + probability * cost * count, 0);
    mean += first;
    variance += menu.reduce((sum, { probability }, count) => sum + probability * (cost * count - first) ** 2, 0);
  }
  return [mean, variance];
}

describe('a delivery', () => {
  it('costs 18.0 on average with a variance of 116.42, exactly', () => {
    expectClose(costOf(0.5), [18, 116.42]);
    expectClose([deliveryCost.mean, deliveryCost.deviation], [18, Math.sqrt(116.42)]);
    expect(deliveryCost.deviation).toBeCloseTo(10.7898, 4);
  });

  it('happens whether the watch was repaired or not, so any message can be held fixed', () => {
    expect(grown(watchRepairWorld(watches[0]!, 0.5)).tree.hasFixedMenus).toBe(true);
  });
});

describe.each(brands)('a watch of brand %i', (_, watch, gain) => {
  const { along, tree, team, value } = grown(watchRepairWorld(watch, 0.5));
  const { price, repair, delivery } = watch;

  it('has Q(repair) of the book and Q(no) = 0, so advantages ± half of it', () => {
    expectClose([price - repair - delivery - 18], [gain]);
    expectClose([value()], [gain / 2]);
    const first = (id: string) => along([id, 'jams-3', 'flats-1']).advantage![0]!;
    expectNear([first('yes'), first('no')], [gain / 2, -gain / 2]);
  });

  it('gives the driver its luck: what it meets less what it expects to', () => {
    const { advantage } = along(['yes', 'jams-3', 'flats-1']);
    expectNear(advantage!.subarray(1), [0.1 * (5 - 3), 7 * (2.5 - 1)]);
    expectNear(along(['no', 'jams-3', 'flats-1']).advantage!.subarray(1), [0, 0]);
  });

  it('has outcomes inside its range, down to 50 jams and 50 flats', () => {
    const net = price - repair - delivery;
    expectClose([Math.min(...tree.scores)], [Math.min(0, net - 355)]);
    expect(tree.world.range[0]).toBeLessThanOrEqual(Math.min(...tree.scores));
    expect(tree.world.range[1]).toBeGreaterThanOrEqual(Math.max(...tree.scores));
    expectNear(tree.world.range, [net - 355, net]);
  });

  it('pays the repairer for a trip half free of trouble, and charges the driver half the trouble', () => {
    expectNear(team.presence()!, [0, (gain + 18) / 2, 0, gain / 2]);
    expectNear(team.agents().shapley!, [(gain + 9) / 2, -9 / 2]);
  });
});

it('watch-repair draws all four brands, and a delivery hides the decision behind its noise', () => {
  const drawn = firstInstances(watchRepair, 200).map(({ episode, truth }) => ({ episode, truth: truth() }));
  expect(new Set(drawn.map(({ episode }) => episode.problem)).size).toBe(4);
  let squares = { decision: 0, road: 0 };
  for (const { advantage } of drawn.map(({ truth }) => truth)) {
    const [decision, jams, flats] = advantage!;
    squares = { decision: squares.decision + decision! ** 2, road: squares.road + (jams! + flats!) ** 2 };
  }
  expect(squares.road).toBeGreaterThan(4 * squares.decision);
});
