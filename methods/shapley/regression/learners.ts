import { boostedTrees } from './boosted-trees.ts';
import type { Learner } from './learner.ts';
import { linearBySize } from './linear-by-size.ts';
import { logistic } from './logistic.ts';
import { randomTerms, termsOfAnySize, termsOfFewAgents } from './random-terms.ts';
import { mostAgentsForTriples, sparseOdd } from './sparse-odd.ts';
import { treesOnLinear } from './trees-on-linear.ts';

export type LearnerName = 'linear' | 'trees' | 'trees-on-linear' | 'sparse' | 'terms' | 'few-agents' | 'logistic';

/** The cube of this many pairs is still cheap. */
const mostPairsOfCovariance = 1100;

/** Those that can work on this sample, by name. The ones that know only the odd part need pairs. */
export function learnersFor(agents: number, units: number, isPaired: boolean): Partial<Record<LearnerName, Learner>> {
  const all = { linear: linearBySize(3), trees: boostedTrees, logistic };
  if (!isPaired) return all;
  return {
    ...all,
    'trees-on-linear': treesOnLinear,
    ...(agents <= mostAgentsForTriples ? { sparse: sparseOdd } : {}),
    ...(units <= mostPairsOfCovariance
      ? { terms: randomTerms(termsOfAnySize), 'few-agents': randomTerms(termsOfFewAgents) }
      : {}),
  };
}
