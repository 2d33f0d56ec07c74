import { describe, expect, it } from 'vitest';
import { randomOf } from '../../../harness/random.ts';
import { kernelShap } from '../../../methods/shapley/kernel-shap.ts';
import { kernelShapUnbiased } from '../../../methods/shapley/kernel-shap-unbiased.ts';
import { leverageShap } from '../../../methods/shapley/leverage-shap.ts';
import { proxyShap } from '../../../methods/shapley/proxy-shap.ts';
import { endDraws } from '../../../methods/shapley/regression/end-draws.ts';
import { shapley } from '../../../methods/shapley/shapley.ts';
import { relayWorld } from '../../../tasks/teams/relay.ts';
import { answerOf, episodeSaying, teamOf } from '../on.ts';
import { meanOverSeeds } from './designs-mean.ts';

const team = teamOf(relayWorld([0.1, 0.2, 0.05]));
const said = episodeSaying(team, ['1', '1', '1']);
const truth = team.truth.agents().shapley!;

/** The given outcome is a draw of v(N) too, so the episode is drawn anew with every seed. */
function drawn(seed: number) {
  const random = randomOf('noise', seed);
  return { random, instance: { ...said, episode: { ...said.episode, outcome: random.float() < 179 / 250 ? 1 : 0 } } };
}

describe.each([
  ['shapley', shapley, '', 9],
  ['shapley', shapley, '', 60],
  ['kernel-shap', kernelShap, '', 60],
  ['kernel-shap[paired=false]', kernelShap, 'paired=false', 60],
  ['kernel-shap[replacement=true]', kernelShap, 'replacement=true', 200],
  ['kernel-shap-unbiased', kernelShapUnbiased, '', 20],
  ['kernel-shap-unbiased[paired=false]', kernelShapUnbiased, 'paired=false', 20],
  ['leverage-shap', leverageShap, '', 60],
] as const)('%s on worths that are draws', (_name, method, options, budget) => {
  it(`averages to the exact value and spends at most ${budget} calls`, async () => {
    const { mean, standardError } = await meanOverSeeds(300, 3, async (seed) => {
      const { instance, random } = drawn(seed);
      const { credit, spent } = await answerOf(method, instance, { options, budget, random });
      expect(spent.evaluations).toBeLessThanOrEqual(budget);
      return credit.agents!;
    });
    for (const [agent, value] of truth.entries())
      expect(Math.abs(mean[agent]! - value)).toBeLessThan(4 * standardError[agent]!);
  });
});

describe('proxy-shap', () => {
  it('refuses worths that are draws', async () => {
    await expect(answerOf(proxyShap, said, { budget: 60 })).rejects.toThrow(
      'takes every worth for certain; here each is one draw',
    );
  });
});

describe('draws of v(∅) and of v(N)', () => {
  it('are one where they are certain, and the share that makes the variance least where not', () => {
    expect(endDraws(2000, 12, 'none')).toBe(1);
    const size = (agents: number) => {
      return Array.from({ length: agents - 1 }, (_, at) => Math.sqrt(agents / ((at + 1) * (agents - at - 1))));
    };
    for (const agents of [3, 12, 30]) {
      // Variance 1/(n·e) of each end, and of each size (n/(s(n−s)))/m_s with the rest shared out at best, hence (Σ√)² / rest.
      const variance = (ends: number) =>
        2 / (agents * ends) + size(agents).reduce((a, b) => a + b, 0) ** 2 / (4000 - 2 * ends);
      const found = endDraws(4000, agents, 'sampled');
      let best = 1;
      for (let ends = 1; ends < 1500; ends++) if (variance(ends) < variance(best)) best = ends;
      expect(Math.abs(found - best)).toBeLessThan(2);
    }
  });
});
