import type { Agent, NullProtocol } from '../../harness/contract.ts';

/** One message that may be said in a context. */
export type Utterance = {
  readonly id: string;
  readonly text: string;
  /** π(m | h), in [0, 1]; sums to 1 over the menu. */
  readonly probability: number;
  /** The same for the declared null, where the author may be absent. */
  readonly absent?: number;
  /** Counts as an error for blame, where the world declares errors. */
  readonly isWrong?: boolean;
};

/** A finite simulated team: who speaks when, what may be said in every context, and what the finished transcript is worth. */
export type World = {
  readonly agents: readonly Agent[];
  readonly problem: string;
  readonly range: readonly [low: number, high: number];
  /** An outcome of at least this is a success; below it there is something to blame. */
  readonly threshold: number;
  /** `bernoulli`: one evaluation is a coin flip between the ends of the range with the expected score as its mean. */
  readonly noise: 'none' | 'bernoulli';
  readonly null: NullProtocol;
  readonly declaresErrors: boolean;
  readonly judge: JudgeError;
  /** Standard deviation of the simulated critic's error at every context; exact where it is not given. */
  readonly critic?: { readonly noise: number };
  /** Sample the truth with this many transcripts per number, for a team too large to enumerate; at least 2. */
  readonly truthDraws?: number;
  /** The author of every step. */
  readonly authors: readonly number[];
  /** What may be said at the step after `said`. */
  menu(step: number, said: readonly Utterance[]): readonly Utterance[];
  /**
   * Two transcripts of one length with one state have one future: the same menus, errors and scores after them. Equal
   * contexts are merged by it, so the truth of long chains stays exact; the whole transcript where it is not given.
   */
  state?(said: readonly Utterance[]): string;
  /** The same without transcripts, for speed: states are numbers, the first is 0, one per context that differs. */
  readonly automaton?: Automaton;
  /** Expected evaluator score s(τ) of the finished transcript. */
  score(said: readonly Utterance[]): number;
};

/** A world as an automaton; undefined where it has no answer, and `menu` and `score` of the world say why. */
export type Automaton = {
  /** The state once the message at `place` of the menu of step `step` was said. */
  after(state: number, step: number, place: number): number;
  menu(step: number, state: number): readonly Utterance[] | undefined;
  score(state: number): number | undefined;
};

/** P(flagged | the step is wrong) and P(passed | the step is right) of the simulated process reward model. */
export type JudgeError = { readonly sensitivity: number; readonly specificity: number };

export const perfectJudge: JudgeError = { sensitivity: 1, specificity: 1 };
/** An outcome in [0, 1] that succeeds at 1 and is what the transcript says, with a judge that never errs: most families. */
export const scoredZeroToOne = { range: [0, 1], threshold: 1, noise: 'none', judge: perfectJudge } as const;

/** What the judges of the families in the box are like. */
export const fallibleJudge: JudgeError = { sensitivity: 0.8, specificity: 0.9 };

/** What the critics of the families in the box are like: off by 0.15 of the width of the outcomes. */
export function fallibleCritic([low, high]: World['range']): { noise: number } {
  return { noise: 0.15 * (high - low) };
}
