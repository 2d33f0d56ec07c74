import type { Bench } from './bench.ts';
import { mustScore, selected, unlimited } from './cells.ts';
import { paired } from './paired.ts';
import { digits } from './print-lines.ts';
import { shipped } from './shipped.ts';

const { agentNames } = await shipped<typeof import('../../tasks/games/agent-names.ts')>('tasks/games/agent-names.ts');
const { allCoalitions } = await shipped<typeof import('../../harness/coalitions.ts')>('harness/coalitions.ts');
const { gameInstance } = await shipped<typeof import('../../tasks/games/instance.ts')>('tasks/games/instance.ts');
const { randomOf } = await shipped<typeof import('../../harness/random.ts')>('harness/random.ts');
const { randomTerms } =
  await shipped<typeof import('../../tasks/games/random-terms.ts')>('tasks/games/random-terms.ts');
const { shapleyExact } = await shipped<typeof import('../../methods/shapley/shapley-exact.ts')>(
  'methods/shapley/shapley-exact.ts',
);
const { unanimity } = await shipped<typeof import('../../tasks/games/forms/unanimity.ts')>(
  'tasks/games/forms/unanimity.ts',
);

const [size, termCount] = [16, 60];

/** shapley-exact with everything around it, against the game's own evaluation of the same coalitions. */
export const exactCell: Bench = {
  name: 'exact-cell',
  async lines() {
    const agents = agentNames(size);
    const game = unanimity({ agents, terms: randomTerms(randomOf('bench', 'terms'), agents, termCount) });
    const instance = gameInstance('unanimity', game);
    const coalitions = allCoalitions(size);
    const method = selected(shapleyExact);
    const found = await paired(
      () => mustScore(method, instance, unlimited),
      () => game.worth(coalitions),
    );
    const note = `baseline: the game alone; harness and method add ${digits(100 * (found.ratio - 1))} %`;
    return [{ what: `shapley-exact cell, n = ${size}, ${termCount} terms`, unit: 'seconds', ...found, note }];
  },
};
