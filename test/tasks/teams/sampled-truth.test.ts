import { describe, expect, it } from 'vitest';
import { runCell } from '../../../harness/cell.ts';
import { randomOf } from '../../../harness/random.ts';
import { selectMethod } from '../../../harness/selection.ts';
import { c3 } from '../../../methods/counterfactual/c3.ts';
import { drawInstance, teamInstance } from '../../../tasks/teams/instance.ts';
import { openTeam } from '../../../tasks/teams/open-team.ts';
import { pathOf } from '../../../tasks/teams/path.ts';
import { parseTeam } from '../../../tasks/teams/read-team.ts';
import { sampledTruth } from '../../../tasks/teams/sampled-truth.ts';
import type { TeamFile } from '../../../tasks/teams/team-file.ts';
import { lazyTree } from '../../../tasks/teams/tree.ts';
import { truthAlong } from '../../../tasks/teams/truth.ts';
import { noisyTrio } from './example-teams.ts';
import { grown } from './grown.ts';

/** The trio with its truth sampled. */
const sampled = (draws: number): TeamFile => ({ ...noisyTrio, truth: { draws } });
const said = ['careful', 'object', 'drop'];

/** 48 steps, each of the last 24 after what was said 24 steps before: 2²⁴ distinct contexts in the middle. */
const lag = 24;
const huge: TeamFile = {
  kind: 'team',
  agents: ['a', 'b'],
  range: [0, 1],
  truth: { draws: 200 },
  steps: Array.from({ length: 2 * lag }, (_, step) => ({
    agent: step % 2 === 0 ? 'a' : 'b',
    messages: ['x', 'y'],
    policy: [
      ...(step < lag
        ? []
        : [{ when: Array.from({ length: step }, (_, at) => (at === step - lag ? 'y' : '*')), choose: [0.2, 0.8] }]),
      { choose: [0.5, 0.5] },
    ],
    absent: [{ choose: [1, 0] }],
  })),
  outcome: [{ when: [...new Array(2 * lag - 1).fill('*'), 'y'], score: 1 }, { score: 0 }],
};

describe('a sampled truth', () => {
  it('meets the exact truth within its standard errors, over many samples', () => {
    const exact = grown(noisyTrio);
    const expected = exact.along(said);
    const samples = 60;
    for (const estimand of ['advantage', 'shapley', 'banzhaf', 'removal'] as const) {
      const misses = Array.from({ length: samples }, (_, sample) => {
        const tree = lazyTree(parseTeam(noisyTrio, 'team.json'));
        const team = sampledTruth(tree, 200, randomOf('sample', sample));
        const truth = truthAlong(tree, team, pathOf(tree, said), 0);
        return Array.from(truth[estimand]!, (value, index) => {
          const error = truth.standardErrors![estimand]![index]!;
          return error > 0 ? ((value - expected[estimand]![index]!) / error) ** 2 : 0;
        });
      });
      for (const index of expected[estimand]!.keys()) {
        const meanSquare = misses.reduce((sum, miss) => sum + miss[index]!, 0) / samples;
        // A mean of 60 squared normals is 1 ± 0.18: a wrong error or a bias would be seen.
        expect(meanSquare).toBeGreaterThan(estimand === 'advantage' && index === 2 ? -1 : 1 - 4 * 0.19);
        expect(meanSquare).toBeLessThan(1 + 4 * 0.19);
      }
    }
  });

  it('does not depend on what was asked before', () => {
    const [first, second] = [openTeam(parseTeam(sampled(50), 'f'), 'f'), openTeam(parseTeam(sampled(50), 'f'), 'f')];
    const truthOf = ({ tree, team }: typeof first, ids: readonly string[]) =>
      truthAlong(tree, team, pathOf(tree, ids), 0).advantage;
    truthOf(second, ['bold', 'agree', 'keep']);
    expect(truthOf(first, said)).toEqual(truthOf(second, said));
  });

  it('takes the probes of an enumerated team to the same draws', async () => {
    const method = selectMethod(c3, {}, 'test');
    const credits = [noisyTrio, sampled(50)].map(async (file) => {
      const { tree, team } = openTeam(parseTeam(file, 'f'), 'f');
      const instance = teamInstance('i', tree, team, { path: pathOf(tree, said), outcome: 1 });
      const result = await runCell(method, instance, 64, randomOf('cell'));
      return result.status === 'scored' ? [...result.credit.messages!] : result.reason;
    });
    expect(await credits[0]).toEqual(await credits[1]);
  });

  it('is what a team of 2⁴⁸ transcripts is scored against', async () => {
    const { tree, team } = openTeam(parseTeam(huge, 'f'), 'f');
    const instance = drawInstance('0', tree, team, randomOf('huge'));
    const { advantage, shapley, realised, standardErrors } = instance.truth();
    expect(team.knows).toEqual(['shapley', 'banzhaf', 'removal', 'advantage']);
    expect(realised).toBeUndefined();
    for (const [values, errors] of [
      [advantage, standardErrors!.advantage],
      [shapley, standardErrors!.shapley],
    ]) {
      expect(values!.every(Number.isFinite)).toBe(true);
      expect(errors!.every((error) => error >= 0 && error < 0.1)).toBe(true);
    }
  });
});
