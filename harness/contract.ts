import type { ZodType, z } from 'zod';
import type { Coalitions } from './coalitions.ts';
import type { Random } from './random.ts';
import type { AuditRecord, RecordDraft } from './signals/audit-record.ts';

/** What a credit claims to be. */
export type Estimand = NumericEstimand | 'first-error';
export type NumericEstimand = 'shapley' | 'banzhaf' | 'removal' | 'realised' | 'advantage';

/** Where a truth comes from. */
export type Origin = 'closed-form' | 'enumerated' | 'planted' | 'annotated' | 'sampled';

/** What stands in for an absent agent; part of the game. `declared`: the rules of the task's own file say it. */
export type NullProtocol =
  | 'delete'
  | 'empty'
  | 'placeholder'
  | 'default-policy'
  | 'reference'
  | 'random'
  | 'pass-through'
  | 'zero'
  | 'declared'
  | 'none';

/**
 * What makes an error the first decisive one (estimands.md E5). `adjusted`: the earliest declared error of a failed episode,
 * for later agents would make any repair succeed. `fixed-noise`: the earliest repair that flips the outcome, later randomness
 * kept. `annotated`: what people said.
 */
export type BlameProtocol = 'adjusted' | 'fixed-noise' | 'annotated';

export type Law =
  | 'efficiency'
  | 'symmetry'
  | 'null-player'
  | 'linearity'
  | 'boundedness'
  | 'sign'
  | 'message-conservation'
  | 'determinism'
  | 'budget';

/** `agent` and `outcome` as the method sees them; `problem` and `text` are what the team saw and said. */
export type Agent = { readonly id: string; readonly role: string };
/** `agent` is an index into the episode's agents. */
export type Message = { readonly agent: number; readonly text: string };

/** One finished run. A cooperative game is an episode without messages whose outcome is v(N). */
export type Episode = {
  readonly agents: readonly Agent[];
  readonly problem: string;
  readonly messages: readonly Message[];
  /** The evaluator's score, inside `range`. */
  readonly outcome: number;
  readonly range: readonly [low: number, high: number];
};

/** Restore the context of `step`, force `message` there and `then` (by step) later on, go on with the policy, `count` times. */
export type Replay = {
  readonly step: number;
  readonly message?: string;
  readonly then?: Readonly<Record<number, string>>;
  readonly count: number;
};

export type Distribution = readonly { readonly message: string; readonly probability: number }[];

/** The questions a method may ask. All are metered; see meter.ts for the price of each. */
export type Probes = {
  /** v(S) per row. One evaluator call per distinct coalition, or per row where the task's noise is `sampled`. */
  worth(coalitions: Coalitions): Promise<Float64Array>;
  /** `count` outcomes per request; one evaluator call each. */
  replay(requests: readonly Replay[]): Promise<Float64Array[]>;
  /** i.i.d. messages of the behaviour policy at the logged context of `step`, or with `instead` as the last messages before it. */
  sample(step: number, count: number, instead?: readonly string[]): Promise<readonly string[]>;
  /** Fresh episodes of the same problem; one evaluator call each. */
  rollout(count: number): Promise<readonly Episode[]>;
  /** P(the message of the step is right | its context), in [0, 1], with the task's declared error. */
  judge(steps: readonly number[]): Promise<Float64Array>;
  /** Learned V(h) before each step, with the task's declared error. */
  critic(steps: readonly number[]): Promise<Float64Array>;
  /** The behaviour policy at the logged context of the step. */
  policy(step: number): Promise<Distribution>;
};
export type Probe = keyof Probes;

/** What `assign` gets: exactly the declared probes, its own randomness, and its purse. */
export type Access<Need extends Probe = never, Use extends Probe = never> = Pick<Probes, Need> &
  Partial<Pick<Probes, Use>> & {
    readonly random: Random;
    /** Evaluator calls allowed and spent so far; `limit` is Infinity where no budget was given. */
    readonly budget: { readonly limit: number; readonly spent: number };
    /** `none`: worth is deterministic, repeats are free. `sampled`: one worth is one rollout, every repeat is a fresh draw. */
    readonly noise: Noise;
    /** Only for the built-in controls that declare `sees: 'truth'`. */
    readonly truth?: Truth;
  };
export type Noise = 'none' | 'sampled';

/** A method's answer: per agent, per message, and the step of the first decisive error (null: there was none). */
export type Credit = {
  readonly agents?: Float64Array;
  readonly messages?: Float64Array;
  readonly firstError?: number | null;
  /** The blamed agent, where it is not the author of the blamed step. */
  readonly firstErrorAgent?: number;
  /** What the credit was made from, for training signals; it is not written to journals. */
  readonly record?: AuditRecord;
};

/** What `assign` may return: a credit, as plain numbers if that is easier. The harness completes the record. */
export type Answer = Omit<Credit, 'agents' | 'messages' | 'record'> & {
  readonly agents?: Float64Array | readonly number[];
  readonly messages?: Float64Array | readonly number[];
  readonly record?: RecordDraft;
};

/** The known answer to each estimand that has one here. */
export type Truth = { readonly [E in NumericEstimand]?: Float64Array } & {
  readonly 'first-error'?: FirstError;
  /** Standard errors of what is sampled; a truth without them is exact. */
  readonly standardErrors?: { readonly [E in NumericEstimand]?: Float64Array };
};
/** `step` null: nothing to blame (`none`), or it failed and no declared error explains it (`undetermined`). */
export type FirstError =
  | { readonly step: number; readonly agent: number }
  | { readonly step: null; readonly reason: 'none' | 'undetermined' };

export type Method<Need extends Probe = never, Use extends Probe = never, Options extends ZodType = ZodType> = {
  readonly id: string;
  readonly title: string;
  /** The citation, printed in reports. */
  readonly source: string;
  readonly targets: readonly Estimand[];
  readonly needs: readonly Need[];
  /** Probes asked where the task offers them, and done without elsewhere. */
  readonly uses?: readonly Use[];
  readonly laws: Partial<Record<Law, 'always' | 'in-expectation'>>;
  /** What one answer costs, for listings, e.g. `n + 1 evaluator calls`: n agents, T messages. */
  readonly cost?: string;
  /** A control: shown on every board, ranked on none. */
  readonly control?: true;
  readonly sees?: 'truth';
  readonly options: Options;
  /** Why it cannot work on this episode within this many evaluator calls with these probes, as one sentence; undefined if it can. */
  refuses?(
    episode: Episode,
    budget: number,
    options: z.output<Options>,
    noise: Noise,
    offers: readonly Probe[],
  ): string | undefined;
  assign(episode: Episode, access: Access<Need, Use>, options: z.output<Options>): Answer | Promise<Answer>;
};

/** What a task's probes draw from and report to while one cell runs. */
export type Opening = { readonly random: Random; generated(messages: number, tokens?: number): void };

export type Instance = {
  readonly id: string;
  readonly episode: Episode;
  readonly noise: Noise;
  /** What stands in for absent agents in its worth, for audit records; `declared` where worth is offered and this is not given. */
  readonly null?: NullProtocol;
  /** Why no method is scored on it, e.g. its label is broken; its cells are skipped with this sentence. */
  readonly excluded?: string;
  /** Computed on the first call. */
  truth(): Truth;
  /** Unmetered probes of this instance; the harness puts the meter around them. */
  open(opening: Opening): Partial<Probes>;
  /** What only a simulation knows, for diagnostics; no method sees it. */
  readonly inside?: Inside;
};

export type Inside = {
  /** An outcome of at least this is right. */
  readonly threshold: number;
  /** An episode that shares everything before `step`, says `message` there and goes on afresh, with its own truth. */
  redraw(step: number, message: string, random: Random): Instance;
  /** I(message of the step; next message | its context) in nats, exact, these messages weighed alike; undefined at the last step. */
  influence(step: number, messages: readonly string[]): number | undefined;
  /** What stands in for the author at the context of the step, where it is one message. */
  nullMessage(step: number): string | undefined;
  /** Whether saying this at the context of the step counts as an error. */
  isWrong(step: number, message: string): boolean;
};

export type Task = {
  readonly id: string;
  readonly title: string;
  /** Raised whenever a published number could move. */
  readonly version: number;
  readonly offers: readonly Probe[];
  readonly truth: Origin;
  readonly null: NullProtocol;
  /** Named by every task that knows first errors. */
  readonly blame?: BlameProtocol;
  /** The estimands whose truth it knows, for listings. */
  readonly estimands?: readonly Estimand[];
  /** The same instances under every seed: published games, annotated logs. */
  readonly fixed?: true;
  /** Why the task cannot be run here and what to do, e.g. its data is not on this machine. */
  unavailable?(): string | undefined;
  instances(random: Random): Iterable<Instance>;
};
