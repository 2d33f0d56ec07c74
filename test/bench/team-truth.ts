import type { TeamFile } from '../../tasks/teams/team-file.ts';
import type { World } from '../../tasks/teams/world.ts';
import type { Bench, Line } from './bench.ts';
import { paired } from './paired.ts';
import { digits } from './print-lines.ts';
import { shipped } from './shipped.ts';

const { parseTeam } = await shipped<typeof import('../../tasks/teams/read-team.ts')>('tasks/teams/read-team.ts');
const { growTree } = await shipped<typeof import('../../tasks/teams/tree.ts')>('tasks/teams/tree.ts');
const { valuesOf } = await shipped<typeof import('../../tasks/teams/values.ts')>('tasks/teams/values.ts');

/** A team's expected outcome over its distinct contexts, against walking every transcript. */
export const teamTruth: Bench = {
  name: 'team-truth',
  async lines() {
    const lines: Line[] = [];
    for (const lag of [4, 8]) {
      const world = parseTeam(lagged(lag), 'team.json');
      const value = () => valuesOf(growTree(world))[0]![0]!;
      const off = Math.abs(value() - walkAll(world));
      if (off > 1e-9) throw new Error(`the two values of lag ${lag} differ by ${off}`);
      const found = await paired(value, () => walkAll(world));
      const contexts = growTree(world).layers.reduce((sum, { first }) => sum + first.length, 0);
      const note = `baseline: all ${2 ** (2 * lag)} transcripts; ours has ${contexts} contexts and is ${digits(1 / found.ratio)} times faster`;
      lines.push({ what: `V of ${2 * lag} steps, each heard ${lag} steps later`, unit: 'seconds', ...found, note });
    }
    return lines;
  },
};

/** Every message of the first half moves the policy of the step `lag` later; only the last message is scored. */
function lagged(lag: number): TeamFile {
  return {
    kind: 'team',
    agents: ['a', 'b'],
    range: [0, 1],
    steps: Array.from({ length: 2 * lag }, (_, step) => ({
      agent: step % 2 === 0 ? 'a' : 'b',
      messages: ['x', 'y'],
      policy: [
        ...(step < lag
          ? []
          : [{ when: Array.from({ length: step }, (_, at) => (at === step - lag ? 'y' : '*')), choose: [0.3, 0.7] }]),
        { choose: [0.6, 0.4] },
      ],
    })),
    outcome: [{ when: [...new Array<string>(2 * lag - 1).fill('*'), 'x'], score: 1 }, { score: 0 }],
  };
}

/** The mean score by plain recursion over transcripts. */
function walkAll(world: World, said: ReturnType<World['menu']> = []): number {
  if (said.length === world.authors.length) return world.score(said);
  let value = 0;
  for (const utterance of world.menu(said.length, said))
    value += utterance.probability * walkAll(world, [...said, utterance]);
  return value;
}
