import { describe, expect, it } from 'vitest';
import { randomOf } from '../../../harness/random.ts';
import { overlappingTree, overlappingTreeWorld } from '../../../tasks/teams/overlapping-tree.ts';
import { expectNear } from '../games/close.ts';
import { firstInstances } from './first-instances.ts';
import { grown } from './grown.ts';

const worldOf = (overlap: number) => overlappingTreeWorld({ depth: 4, options: 6, overlap }, randomOf('tree', overlap));

describe.each([0, 1, 2, 3, 4, 5, 6])('a tree of depth 4 and branching 6 with an overlap of %i', (overlap) => {
  const world = worldOf(overlap);
  const { tree, value, team } = grown(world);

  it('has as many states as the overlap leaves', () => {
    const widths = [1];
    for (let step = 0; step < 4; step++) widths.push((widths.at(-1)! - 1) * (6 - overlap) + 6);
    expect([...tree.layers.map(({ first }) => first.length), tree.scores.length]).toEqual(widths);
  });

  it('has the value of dynamic programming over its states', () => {
    const memo = new Map<string, number>();
    const valueAt = (said: Parameters<typeof world.menu>[1], place: number): number => {
      const key = `${said.length} ${place}`;
      const known = memo.get(key);
      if (known !== undefined) return known;
      if (said.length === 4) return world.score(said);
      const found = world.menu(said.length, said).reduce((sum, utterance, way) => {
        return sum + utterance.probability * valueAt([...said, utterance], place * (6 - overlap) + way);
      }, 0);
      memo.set(key, found);
      return found;
    };
    expectNear([value()], [valueAt([], 0)]);
    const total = team.agents().shapley!.reduce((sum, share) => sum + share, 0);
    expectNear([total], [value() - team.presence()![0]!]);
  });
});

it('what was chosen two steps ago is forgotten where all branches overlap, and only there', () => {
  const after = (overlap: number, first: string) =>
    grown(worldOf(overlap)).along([first, 'way-0', 'way-5', 'way-1']).advantage!.subarray(2);
  expectNear(after(6, 'way-3'), after(6, 'way-4'));
  expect(after(5, 'way-3')).not.toEqual(after(5, 'way-4'));
});

it('overlapping-tree scores in quarters', () => {
  const outcomes = firstInstances(overlappingTree, 60).map(({ episode }) => episode.outcome);
  expect(new Set(outcomes)).toEqual(new Set([0, 0.25, 0.5, 0.75, 1]));
});
