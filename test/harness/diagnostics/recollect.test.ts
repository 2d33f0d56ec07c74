import { describe, expect, it } from 'vitest';
import type { Instance } from '../../../harness/contract.ts';
import type { AnyMethod } from '../../../harness/define.ts';
import { qualityByRole, qualityByStep } from '../../../harness/diagnostics/credit-quality.ts';
import { type Recollection, recollect } from '../../../harness/diagnostics/recollect.ts';
import { recollectMessage } from '../../../harness/diagnostics/recollect-message.ts';
import {
  type RecollectedContext,
  withinContextVariance,
} from '../../../harness/diagnostics/within-context-variance.ts';
import { randomOf } from '../../../harness/random.ts';
import { parseSelection, selectMethod } from '../../../harness/selection.ts';
import { oracle } from '../../../methods/baseline/oracle.ts';
import { uniform } from '../../../methods/baseline/uniform.ts';
import { c3 } from '../../../methods/counterfactual/c3.ts';
import { shapleyExact } from '../../../methods/shapley/shapley-exact.ts';
import { drawInstance } from '../../../tasks/teams/instance.ts';
import { reasonerActorWorld } from '../../../tasks/teams/reasoner-actor.ts';
import { episodeSaying, gameOf, teamOf } from '../../methods/on.ts';
import { defined } from './simulated.ts';

const team = teamOf(reasonerActorWorld(randomOf('recollect world', 2), { reasoner: 0.2, actor: 0.2 }));
const selected = (method: AnyMethod, options = '') =>
  selectMethod(method, parseSelection(`method[${options}]`).given, 'test');
const episodes = (count: number): Instance[] =>
  Array.from({ length: count }, (_, episode) =>
    drawInstance(`episode ${episode}`, team.tree, team.truth, randomOf('recollected episode', episode)),
  );

function collect(method: AnyMethod, options: string, instances: readonly Instance[], times: number) {
  return Promise.all(
    instances.map(async (instance) =>
      defined<Recollection>(
        await recollect(
          selected(method, options),
          instance,
          Number.POSITIVE_INFINITY,
          randomOf('r', instance.id),
          times,
        ),
      ),
    ),
  );
}

describe('recollect', () => {
  it('keeps the episode and draws the rest afresh, and repeats with its seed', async () => {
    const [instance] = episodes(1);
    const [{ credits, roles, truth, problem }] = (await collect(c3, 'fanout=2x4', [instance!], 6)) as [Recollection];
    expect([problem, roles]).toEqual(['episode 0', ['reasoner', 'actor']]);
    expect(truth).toEqual(instance!.truth().advantage);
    expect(credits.map(({ length }) => length)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(new Set(credits.map(String)).size).toBeGreaterThan(2);
    expect((await collect(c3, 'fanout=2x4', [instance!], 6))[0]!.credits).toEqual(credits);
  });

  it('says why there is nothing to collect', async () => {
    const [instance] = episodes(1);
    const of = (method: AnyMethod, one: Instance, budget: number) =>
      recollect(selected(method), one, budget, randomOf('why'), 2);
    expect(await of(c3, instance!, 2)).toEqual({
      reason: 'skipped: needs at least 4 evaluator calls; the budget is 2',
    });
    expect(await of(shapleyExact, instance!, 64)).toEqual({ reason: 'shapley-exact credits no messages' });
    expect(await of(c3, gameOf({ agents: ['a'], form: 'additive', contributions: [1] }), 8)).toEqual({
      reason: 'the task does not know the advantage of its messages',
    });
    await expect(recollect(selected(c3), instance!, 8, randomOf('none'), 0)).rejects.toThrow('0 collections');
  });
});

describe('credit quality', () => {
  it('of c3[mode=context] has the closed-form variance and no bias, per step', async () => {
    const [n, c] = [3, 2];
    const policyAfter = (step: number, plan: string) =>
      episodeSaying(team, [plan, 'a0']).open({ random: randomOf('x'), generated: () => {} }).policy!(step);
    const menu = await policyAfter(0, 'p0');
    const worth = new Map<string, number>();
    for (const { message: plan } of menu)
      for (const { message: act, probability } of await policyAfter(1, plan))
        worth.set(plan, (worth.get(plan) ?? 0) + probability * episodeSaying(team, [plan, act]).episode.outcome);
    const mean = (quantity: (worth: number) => number) =>
      menu.reduce((sum, { message, probability }) => sum + probability * quantity(worth.get(message)!), 0);
    const start = mean((q) => q);
    // A message's own replays, and n − 1 fresh alternatives with theirs: s²(a)/c + (Var_π Q + E_π s²/c)/(n − 1).
    const noise = mean((q) => q * (1 - q)) / c;
    const baseline = (mean((q) => (q - start) ** 2) + noise) / (n - 1);
    const instances = episodes(400);
    const expected =
      instances.reduce((sum, { episode }) => {
        const q = worth.get(episode.messages[0]!.text)!;
        return sum + (q * (1 - q)) / c + baseline;
      }, 0) / instances.length;
    const recollections = await collect(c3, `mode=context,alternatives=${n},replays=${c}`, instances, 8);
    const { spread, steps } = qualityByStep(recollections).get(0)!;
    const { variance, squaredBias, squaredError } = defined(spread);
    expect(steps).toBe(400);
    expect(Math.abs(variance.mean - expected)).toBeLessThan(4 * defined(variance.standardError));
    expect(Math.abs(squaredBias.mean)).toBeLessThan(4 * defined(squaredBias.standardError));
    expect(squaredError.mean).toBeCloseTo(squaredBias.mean + variance.mean, 12);
    expect(defined(variance.standardError)).toBeLessThan(expected / 20);
  });

  it('of a tree leans towards the outcome of a kept episode, and has no bias where the episode goes on afresh', async () => {
    const drawn = episodes(2000);
    const plans = [...new Set(drawn.map(({ episode }) => episode.messages[0]!.text))];
    const unlimited = Number.POSITIVE_INFINITY;
    const contexts = await Promise.all(
      plans.flatMap((text) => {
        const said = drawn.filter(({ episode }) => episode.messages[0]!.text === text);
        return Array.from({ length: Math.floor(said.length / 8) }, async (_, place) => {
          const shared = { problem: `${text} ${place}`, step: 0, episodes: said.slice(place * 8, place * 8 + 8) };
          const context = await recollectMessage(
            selected(c3, 'fanout=2x4'),
            shared,
            unlimited,
            randomOf(shared.problem),
          );
          return defined<RecollectedContext>(context);
        });
      }),
    );
    const afresh = defined(withinContextVariance(contexts));
    expect(Math.abs(afresh.squaredBias.mean)).toBeLessThan(4 * defined(afresh.squaredBias.standardError));
    const recollections = await collect(c3, 'fanout=2x4', drawn.slice(0, 150), 12);
    const kept = defined(qualityByRole(recollections).get('reasoner')!.spread);
    expect(kept.squaredBias.mean).toBeGreaterThan(4 * defined(kept.squaredBias.standardError));
    expect(kept.squaredBias.mean).toBeGreaterThan(4 * defined(afresh.squaredBias.standardError));
  });

  it('of a message is over episodes that share it, refuses others, and says why there is none', async () => {
    const [first, second] = [episodeSaying(team, ['p1', 'a0']), episodeSaying(team, ['p1', 'a2'])];
    const of = (method: AnyMethod, step: number, budget: number) =>
      recollectMessage(selected(method), { problem: 'p', step, episodes: [first, second] }, budget, randomOf('m'));
    const { credits, truths } = defined<RecollectedContext>(await of(oracle, 0, 9));
    expect(truths).toEqual(first.truth().advantage!.slice(0, 1));
    expect(credits).toEqual([Float64Array.of(truths[0]!, truths[0]!)]);
    await expect(of(oracle, 1, 9)).rejects.toThrow(
      'the 2 episodes of problem "p" do not share their messages up to step 1',
    );
    expect(await of(c3, 0, 2)).toEqual({ reason: 'skipped: needs at least 4 evaluator calls; the budget is 2' });
  });

  it('of the oracle is perfect, and of the uniform split without variance but biased and without rank', async () => {
    const instances = episodes(40);
    const perfect = qualityByRole(await collect(oracle, '', instances, 2));
    expect([...perfect.keys()]).toEqual(['reasoner', 'actor']);
    for (const { spread, fidelity } of perfect.values()) {
      expect(fidelity).toBeCloseTo(1, 12);
      expect(defined(spread)).toMatchObject({ variance: { mean: 0 }, squaredBias: { mean: 0 } });
    }
    const even = qualityByStep(await collect(uniform, '', instances, 2));
    for (const { spread } of even.values()) {
      expect(defined(spread).variance.mean).toBe(0);
      expect(defined(spread).squaredBias.mean).toBeGreaterThan(0.01);
    }
  });

  it('takes the fidelity over episodes within each collection, and needs two collections for a variance', () => {
    const one = (problem: string, truth: number[], ...credits: number[][]): Recollection => ({
      problem,
      roles: ['a', 'b', 'a'],
      truth: Float64Array.from(truth),
      credits: credits.map((row) => Float64Array.from(row)),
    });
    const recollections = [one('p', [1, 2, 3], [1, 5, 2], [3, 5, 2]), one('q', [4, 2, 5], [4, 7, 3], [0, 8, 1])];
    const { fidelity, steps } = qualityByRole(recollections).get('a')!;
    // Truths 1 3 4 5 against 1 2 4 3 (ρ = 0.8) and 3 2 0 1 (ρ = −0.8).
    expect(fidelity).toBeCloseTo(0, 12);
    expect(steps).toBe(4);
    const single = recollections.map((recollection) => ({
      ...recollection,
      credits: recollection.credits.slice(0, 1),
    }));
    const quality = qualityByRole(single);
    expect(quality.get('a')!.fidelity).toBeCloseTo(0.8, 12);
    expect(quality.get('a')!.spread).toEqual({
      reason: 'a message was credited once; its variance needs two collections',
    });
    expect(quality.get('b')!.fidelity).toEqual({ reason: 'no reference with two different values' });
  });
});
