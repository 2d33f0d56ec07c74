import type { Estimand } from '../harness/contract.ts';
import type { Board } from './summary.ts';

export const boards = ['agent', 'message', 'blame', 'learning'] as const satisfies readonly Board[];

/** What a board is called and what it asks. */
export const boardTexts: Readonly<Record<Board, { readonly title: string; readonly question: string }>> = {
  agent: {
    title: 'Agent credit',
    question: 'How much does the team gain by having this agent instead of its null?',
  },
  message: {
    title: 'Message credit',
    question: 'Was this message better than what its author would say on average at that point?',
  },
  blame: {
    title: 'Blame',
    question: 'Which message first turned success into failure?',
  },
  learning: {
    title: 'Learning',
    question: 'How well does a team learn that is trained on this credit?',
  },
};

/** An estimand as it stands in a heading. */
export const estimandTexts: Readonly<Record<Estimand, string>> = {
  shapley: 'Shapley value',
  banzhaf: 'Banzhaf value',
  removal: 'Removal',
  realised: 'Realised action value',
  advantage: 'Message advantage',
  'first-error': 'First decisive error',
};
