import { describe, expect, it } from 'vitest';
import { randomOf } from '../../harness/random.ts';
import { aristocrat } from '../../methods/counterfactual/aristocrat.ts';
import { reasonerActorWorld } from '../../tasks/teams/reasoner-actor.ts';
import { relayWorld } from '../../tasks/teams/relay.ts';
import { dyad } from './dyad.ts';
import { meanCredit } from './mean-credit.ts';
import { answerOf, episodeSaying, teamOf } from './on.ts';

const relay = episodeSaying(teamOf(relayWorld([0.1, 0.2, 0.05])), ['1', '0', '0']);

describe('aristocrat', () => {
  it('is 0 for all but the last deciding message of a chain, and exact with one call per other message', async () => {
    const { credit, spent } = await answerOf(aristocrat, relay, { options: 'draws=1' });
    for (const [step, expected] of [0, 0, -0.05].entries()) expect(credit.messages![step]).toBeCloseTo(expected, 12);
    expect(spent.evaluations).toBe(1 + 3);
  });

  it('gives the worked dyad 0 and 1/5', async () => {
    const { credit } = await answerOf(aristocrat, episodeSaying(dyad, ['first', 'right']));
    for (const [step, expected] of [0, 1 / 5].entries()) expect(credit.messages![step]).toBeCloseTo(expected, 12);
  });

  const world = reasonerActorWorld(randomOf('w', 5), { reasoner: 0.2, actor: 0.2 });
  /** G(z) − Σ_a π(a) G(z₋ₜ, a) over the whole menu, by enumeration. */
  function exact(said: readonly string[], step: number): number {
    const utterances = said.map(
      (id, at) => world.menu(at, [world.menu(0, []).find((one) => one.id === said[0])!]).find((one) => one.id === id)!,
    );
    const before = utterances.slice(0, step);
    const menu = world.menu(step, before);
    const instead = menu.reduce(
      (sum, other) => sum + other.probability * world.score([...before, other, ...utterances.slice(step + 1)]),
      0,
    );
    return world.score(utterances) - instead;
  }

  it.each([
    [0, 1],
    [1, 1],
    [0, 2],
    [1, 2],
    [0, 7],
    [1, 7],
  ])(
    'has its exact value as its mean on coin-flip outcomes: step %i, %i draws among three other messages',
    async (step, draws) => {
      const said = ['p1', 'a2'];
      const instance = episodeSaying(teamOf(world), said);
      const { mean, standardError } = await meanCredit(aristocrat, instance, { options: `draws=${draws}`, step });
      expect(Math.abs(mean - exact(said, step))).toBeLessThan(4 * standardError);
      expect(Math.abs(exact(said, step))).toBeGreaterThan(4 * standardError);
    },
  );

  it('gives 0 to a message that nobody could have said otherwise, and asks nothing', async () => {
    const sure = episodeSaying(teamOf(relayWorld([0, 0.2])), ['1', '0']);
    const { credit, spent } = await answerOf(aristocrat, sure, { options: 'draws=4' });
    expect(credit.messages![0]).toBe(0);
    expect(spent.evaluations).toBe(1 + 4);
  });

  it('stays within its budget and says what it needs', async () => {
    expect((await answerOf(aristocrat, relay, { budget: 12 })).spent.evaluations).toBe(10);
    await expect(answerOf(aristocrat, relay, { budget: 3 })).rejects.toThrow('needs at least 4 evaluator calls');
  });
});
