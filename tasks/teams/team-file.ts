import { z } from 'zod';

const probability = z.number().min(0).max(1);
const when = z.array(z.string()).optional();
const chances = z.array(z.strictObject({ when, choose: z.array(probability) })).min(1);

/** `*.team.json`: rules are tried in order; `when` matches the message ids so far, `"*"` any one; no `when` matches all. */
export const teamFileSchema = z.strictObject({
  kind: z.literal('team'),
  agents: z.array(z.string().min(1)).min(1),
  problem: z.string().optional(),
  range: z.tuple([z.number(), z.number()]),
  /** Outcomes below it failed; the top of the range where it is not given. */
  threshold: z.number().optional(),
  noise: z.enum(['none', 'bernoulli']).optional(),
  /** What the rules of absent agents are called, part of the game's identity; "declared" where it is not given. */
  null: z.enum(['empty', 'placeholder', 'default-policy', 'reference', 'random', 'pass-through', 'zero']).optional(),
  steps: z
    .array(
      z.strictObject({
        agent: z.string(),
        messages: z
          .array(z.union([z.string().min(1), z.strictObject({ id: z.string().min(1), text: z.string() })]))
          .min(1),
        policy: chances,
        absent: chances.optional(),
      }),
    )
    .min(1),
  outcome: z.array(z.strictObject({ when, score: z.number() })).min(1),
  /** The messages that count as errors, everywhere or only after what `when` matches. */
  errors: z.array(z.strictObject({ step: z.int().nonnegative(), when, messages: z.array(z.string()) })).optional(),
  /** How often the simulated judge flags a wrong step and passes a right one; 1 and 1 where it is not given. */
  judge: z.strictObject({ sensitivity: probability, specificity: probability }).optional(),
  /** Standard deviation of the simulated critic's error; 0 where it is not given. */
  critic: z.strictObject({ noise: z.number().nonnegative() }).optional(),
  /** Sample the truth, with this many transcripts per number: for teams too large to enumerate. */
  truth: z.strictObject({ draws: z.int().min(2) }).optional(),
});
export type TeamFile = z.output<typeof teamFileSchema>;
export type TeamStep = TeamFile['steps'][number];

/** What the message says: its text, or its id where it has none. */
export function textOf(message: TeamStep['messages'][number]): string {
  return typeof message === 'string' ? message : message.text;
}

/** The message ids of a step, in order. */
export function idsOf({ messages }: TeamStep): string[] {
  return messages.map((message) => (typeof message === 'string' ? message : message.id));
}
