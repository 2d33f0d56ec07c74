import { type Random, randomInteger } from '../../harness/random.ts';
import { teamTask } from './team-task.ts';
import { fallibleJudge, scoredZeroToOne, type Utterance, type World } from './world.ts';

/** One stage: the success rate of its agent, and of the fallback that runs when the agent is absent. */
export type Stage = { readonly success: number; readonly fallback: number };

/** Stages in a row; the outcome is 1 if every stage succeeds, so v(S) is a product. */
export const pipeline = teamTask({
  id: 'pipeline',
  title: 'Pipeline: every stage must succeed',
  version: 1,
  null: 'reference',
  declaresErrors: true,
  draw: (random) => ({ ...pipelineWorld(drawStages(random)), judge: fallibleJudge }),
});

function drawStages(random: Random): Stage[] {
  return Array.from({ length: randomInteger(random, 3, 5) }, () => ({
    success: randomInteger(random, 12, 19) / 20,
    fallback: randomInteger(random, 6, 16) / 20,
  }));
}

export function pipelineWorld(stages: readonly Stage[]): World {
  return {
    agents: stages.map((_, stage) => ({ id: `stage-${stage + 1}`, role: `stage-${stage + 1}` })),
    problem: 'Each stage hands its work to the next; the product ships only if all stages succeed.',
    ...scoredZeroToOne,
    null: 'reference',
    declaresErrors: true,
    authors: stages.map((_, stage) => stage),
    menu: (step) => {
      const { success, fallback } = stages[step]!;
      return [
        { id: 'done', text: `Stage ${step + 1} is done.`, probability: success, absent: fallback },
        {
          id: 'faulty',
          text: `Stage ${step + 1} is done, with a fault.`,
          probability: 1 - success,
          absent: 1 - fallback,
          isWrong: true,
        },
      ];
    },
    state: (said) => (isSound(said) ? 'sound' : 'faulty'),
    score: (said) => (isSound(said) ? 1 : 0),
  };
}

function isSound(said: readonly Utterance[]): boolean {
  return said.every(({ id }) => id === 'done');
}
