import { describe, expect, it } from 'vitest';
import { randomOf } from '../../../harness/random.ts';
import { pathOf } from '../../../tasks/teams/path.ts';
import { walk } from '../../../tasks/teams/walk.ts';
import type { Utterance, World } from '../../../tasks/teams/world.ts';
import { expectNear } from '../games/close.ts';
import { grown } from './grown.ts';
import { statefulWorlds } from './stateful-worlds.ts';
import { unmerged } from './unmerged.ts';

describe.each(Object.entries(statefulWorlds))('the states of %s', (_, world) => {
  const plain = grown(unmerged(world));
  const merged = grown(world);
  const contexts = ({ tree }: typeof plain) => tree.layers.reduce((sum, { first }) => sum + first.length, 0);

  it('are fewer than the transcripts', () => {
    expect(contexts(merged) + merged.tree.scores.length).toBeLessThan(contexts(plain) + plain.tree.scores.length);
  });

  it('have one future each: the same menu, the same state after each message, and the same score', () => {
    let transcripts: (readonly Utterance[])[] = [[]];
    for (let step = 0; step <= world.authors.length; step++) {
      const futures = new Map<string, string>();
      const longer: (readonly Utterance[])[] = [];
      for (const said of transcripts) {
        const state = world.state!(said);
        const menu = step === world.authors.length ? [] : world.menu(step, said);
        const future = futureOf(world, said, menu);
        expect(futures.get(state) ?? future).toBe(future);
        futures.set(state, future);
        longer.push(...menu.map((utterance) => [...said, utterance]));
      }
      transcripts = longer;
    }
  });

  it('leave V(h₁), v(S) and the value of every agent as they are', () => {
    expectNear([merged.value()], [plain.value()]);
    expectNear(merged.team.presence()!, plain.team.presence()!);
    expectNear(merged.team.agents().shapley!, plain.team.agents().shapley!);
  });

  it('leave every advantage, realised credit and first error along a transcript as it is', () => {
    for (let draw = 0; draw < 10; draw++) {
      const { path } = walk(plain.tree, [], randomOf('states', draw));
      const said = path.map((edge, step) => plain.tree.layers[step]!.said[edge]!.text);
      const [found, expected] = [merged.along(said), plain.along(said)];
      expectNear(found.advantage!, expected.advantage!);
      expectNear(found.realised!, expected.realised!);
      expect(found['first-error']).toEqual(expected['first-error']);
      expect(pathOf(merged.tree, said)).toHaveLength(path.length);
    }
  });
});

/** What comes next, written down; numbers to 12 digits, for sums in another order may differ in the last. */
function futureOf(world: World, said: readonly Utterance[], menu: readonly Utterance[]): string {
  if (said.length === world.authors.length) return world.score(said).toPrecision(12);
  return JSON.stringify(menu.map((utterance) => [utterance, world.state!([...said, utterance])]));
}
