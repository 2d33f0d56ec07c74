import { z } from 'zod';
import { nullProtocols } from '../null-protocols.ts';

const count = z.int().nonnegative();
const text = z.string();
const stepClass = z.enum(['pre-error', 'error', 'repair', 'failure-aligned', 'neutral']);
const laterClass = stepClass.extract(['repair', 'failure-aligned', 'neutral']);
const pairKind = z.enum(['error', 'repair', 'tail']);
const labelSource = z.enum(['prm', 'judge', 'potential-difference', 'noisy']);

const nullProtocol = z.enum(nullProtocols);

/** Where V is from: the mean of this many continuations per context, a critic, or known exactly. */
const valuesFrom = z.discriminatedUnion('id', [
  z.strictObject({ id: z.literal('replay'), replays: z.int().positive() }),
  z.strictObject({ id: z.literal('critic') }),
  z.strictObject({ id: z.literal('known') }),
]);

const episode = {
  kind: z.literal('signals'),
  instance: text,
  outcome: z.number(),
  range: z.tuple([z.number(), z.number()]),
  /** Outcomes of at least this are a success. */
  theta: z.number(),
  /** What stood in for absent agents. */
  null: nullProtocol,
  /** What was asked for this record. */
  calls: z.strictObject({ evaluator: count, judge: count, messages: count }),
  valuesFrom: valuesFrom.exactOptional(),
};

const success = z.strictObject({
  ...episode,
  branch: z.literal('success'),
  estimator: z.strictObject({
    id: text,
    orders: count.optional(),
    draws: count.optional(),
    /** `sampled`: no worth was kept, every order drew v(∅) and v(N) anew. */
    noise: z.enum(['none', 'sampled']).exactOptional(),
    seed: text.optional(),
  }),
  /** v(∅), which no agent gets, and v(N); null where the input offers no worth and the outcome itself was split. */
  worth: z.strictObject({ empty: z.number(), grand: z.number() }).nullable(),
  /** φ per agent. */
  agents: z.record(z.string(), z.number()),
  /** V(h_1) … s(τ), where labels are potential differences. */
  values: z.array(z.number()).optional(),
  labels: z.array(z.strictObject({ step: count, value: z.number().min(-1).max(1), source: labelSource })),
  /** What noisy labels were before, and the noise: N(0, σ²) then clipped, or the sign flipped with this probability. */
  labelNoise: z
    .strictObject({
      of: labelSource.exclude(['noisy']),
      sigma: z.number().nonnegative(),
      flip: z.number().min(0).max(1),
    })
    .exactOptional(),
  split: z.discriminatedUnion('id', [
    z.strictObject({ id: z.literal('centred'), eta: z.number().nonnegative() }),
    z.strictObject({ id: z.literal('proportional'), beta: z.number().nonnegative() }),
  ]),
  messages: z.array(z.strictObject({ step: count, agent: text, reward: z.number() })),
  /** The credit of agents without messages. */
  residual: z.record(z.string(), z.number()),
  /** R − v(N), which nobody gets; null where v(N) is not known. */
  luck: z.number().nullable(),
});

const alternative = z.strictObject({ message: text, value: z.number(), class: laterClass.exactOptional() });

const failure = z.strictObject({
  ...episode,
  branch: z.literal('failure'),
  badness: z.discriminatedUnion('id', [
    z.strictObject({ id: z.literal('drop') }),
    z.strictObject({ id: z.literal('no-return'), kappa: z.number() }),
    z.strictObject({ id: z.literal('counterfactual'), protocol: text }),
    /** `faulty`: a prefix is bad where the judge's P(right) is below this. */
    z.strictObject({ id: z.literal('judged'), faulty: z.number().exactOptional() }),
  ]),
  search: z.enum(['linear', 'binary']),
  /** Differences in value up to this count for nothing. */
  epsilon: z.number().nonnegative(),
  /** V(h_1) … V(h_{T+1}), known or estimated; null where only a judge was asked, and then there are no pairs. */
  values: z.array(z.number()).nullable(),
  steps: z.array(
    z.strictObject({
      agent: text,
      context: text,
      message: text,
      buildsOnError: z.boolean().optional(),
      verdict: z.enum(['corrects', 'continues', 'neither']).optional(),
      alternatives: z.array(alternative),
    }),
  ),
  /** How the alternatives were found and valued: at most this many per step, each by this many continuations. */
  alternativesFrom: z
    .strictObject({ proposals: z.enum(['sample', 'policy']), most: count, replays: z.int().positive() })
    .exactOptional(),
  /** What the judge's P(right) speaks of in the verdicts, and below what it is one of wrong. */
  verdictsFrom: z.strictObject({ subject: z.enum(['step', 'prefix']), faulty: z.number() }).exactOptional(),
  /** `right`: the judge's P(right), where the answer is its. */
  checks: z.array(
    z.strictObject({ prefix: z.int().positive(), bad: z.boolean(), right: z.number().min(0).max(1).exactOptional() }),
  ),
  firstError: z.union([
    z.strictObject({ step: count }),
    z.strictObject({ step: z.null(), reason: z.enum(['none', 'undetermined']) }),
  ]),
  /** Whose classes made the pairs and the scalar; the other's are reported beside them. */
  classifier: z.enum(['values', 'judge']),
  classes: z.array(
    z.strictObject({ step: count, class: stepClass, byValue: stepClass.optional(), byJudge: stepClass.optional() }),
  ),
  pairs: z.array(
    z.strictObject({
      kind: pairKind,
      step: count,
      context: text,
      chosen: text,
      rejected: text,
      chosenValue: z.number(),
      rejectedValue: z.number(),
    }),
  ),
  dropped: z.array(
    z.strictObject({
      kind: pairKind,
      step: count,
      alternative: text,
      reason: z.enum(['equal-texts', 'equal-values', 'not-better', 'not-failure-aligned']),
    }),
  ),
  scale: z.strictObject({ kappa: z.number(), rho: z.number(), kappaTail: z.number() }),
  scalar: z.array(z.strictObject({ step: count, reward: z.number() })),
  /** Planting an error and repairing it costs nothing under this scale. */
  repairPays: z.boolean(),
});

/** Everything the signals of one episode were made from, and the signals. */
export const auditRecordSchema = z.discriminatedUnion('branch', [success, failure]);
export type AuditRecord = SuccessRecord | FailureRecord;
export type SuccessRecord = z.output<typeof success>;
export type FailureRecord = z.output<typeof failure>;

/** A record as a method hands it over: which instance it is of, its null and its price are the harness's to say. */
export type RecordDraft = Draft<SuccessRecord> | Draft<FailureRecord>;
export type SuccessDraft = Draft<SuccessRecord>;
export type FailureDraft = Draft<FailureRecord>;
/** `null` in a draft is a claim, which the harness checks. */
type Draft<Whole extends AuditRecord> = Omit<Whole, 'kind' | 'instance' | 'null' | 'calls'> & {
  readonly null?: AuditRecord['null'];
};
