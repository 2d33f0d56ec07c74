import { type Random, randomInteger, randomShares } from '../../harness/random.ts';
import { remembered } from './remembered.ts';
import { teamTask } from './team-task.ts';
import { perfectJudge, type Utterance, type World } from './world.ts';

/** How many decisions, how many options each, and how many of its successors a state shares with its neighbour: 0 makes a tree. */
export type Branching = { readonly depth: number; readonly options: number; readonly overlap: number };

/** The tree environment of COCOA (Meulemans et al. 2023): depth 4, branching 6, and a swept overlap of successor states. */
export const overlappingTree = teamTask({
  id: 'overlapping-tree',
  title: 'Tree of decisions whose branches overlap more or less',
  version: 1,
  null: 'random',
  declaresErrors: false,
  draw: (random) =>
    overlappingTreeWorld({ depth: 4, options: 6, overlap: randomInteger(random, 0, 6) }, random.stream('tables')),
});

/**
 * Option a of state k leads to state k (options − overlap) + a of the next depth, an interpretation of the published text; only
 * the last state is scored. Absent agents choose uniformly. @param random names a stream for every state's policy and score.
 */
export function overlappingTreeWorld({ depth, options, overlap }: Branching, random: Random): World {
  const policy = remembered((...state) => randomShares(random.stream('policy', ...state), options));
  return {
    agents: Array.from({ length: depth }, (_, agent) => ({ id: `walker-${agent + 1}`, role: 'walker' })),
    problem: `One after the other, choose one of ${options} ways; the place you reach is scored.`,
    range: [0, 1],
    threshold: 1,
    noise: 'none',
    null: 'random',
    declaresErrors: false,
    judge: perfectJudge,
    authors: Array.from({ length: depth }, (_, agent) => agent),
    menu: (step, said) =>
      Array.from(policy(step, placeAfter(said, options - overlap)), (probability, option) => ({
        id: `way-${option}`,
        text: `We take way ${option + 1}.`,
        probability,
        absent: 1 / options,
      })),
    state: (said) => String(placeAfter(said, options - overlap)),
    score: (said) => random.stream('score', placeAfter(said, options - overlap)).below(5) / 4,
  };
}

function placeAfter(said: readonly Utterance[], stride: number): number {
  return said.reduce((place, { id }) => place * stride + Number(id.slice('way-'.length)), 0);
}
