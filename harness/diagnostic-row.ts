import { z } from 'zod';

const count = z.int().nonnegative();

/** One number of a diagnostic with what is known of its error, or why there is none. */
export const diagnosticLineSchema = z.union([
  z.strictObject({
    name: z.string(),
    role: z.string().nullable(),
    value: z.number(),
    standardError: z.number().nonnegative().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    /** How many contexts, groups, trials or steps stand behind it. */
    count,
    /** What else must be read beside the value. */
    beside: z.string().optional(),
  }),
  z.strictObject({ name: z.string(), role: z.string().nullable(), reason: z.string() }),
]);
export type DiagnosticLine = z.output<typeof diagnosticLineSchema>;

/**
 * What to collect for diagnostics: so many instances per task, so many collections per method and message, n alternatives with c
 * replays per context; on these tasks, of these
 * methods (by name) and within these budgets, or all of the suite.
 */
export const diagnosticSettingsSchema = z.strictObject({
  tasks: z.array(z.string()).optional(),
  methods: z.array(z.string()).optional(),
  budgets: z.array(z.int().positive().nullable()).optional(),
  instances: z.int().positive(),
  collections: z.int().min(2),
  alternatives: z.int().min(2),
  replays: z.int().min(2),
});
export type DiagnosticSettings = z.output<typeof diagnosticSettingsSchema>;

/** What of the settings a row depends on. */
const effortSchema = diagnosticSettingsSchema.omit({ tasks: true, methods: true, budgets: true });
export type DiagnosticEffort = z.output<typeof effortSchema>;

/** What is collected where nobody says how much. */
export const usualEffort: DiagnosticEffort = { instances: 24, collections: 4, alternatives: 4, replays: 8 };

export function effortOf({ instances, collections, alternatives, replays }: DiagnosticEffort): DiagnosticEffort {
  return { instances, collections, alternatives, replays };
}

/** The diagnostics of one task (`method` null: of its buckets), or of one method on it. */
export const diagnosticRowSchema = z.strictObject({
  schema: z.literal(1),
  kind: z.literal('diagnostic'),
  method: z.string().nullable(),
  task: z.string(),
  version: z.int(),
  budget: z.int().positive().nullable(),
  code: z.string(),
  effort: effortSchema,
  lines: z.array(diagnosticLineSchema),
});
export type DiagnosticRow = z.output<typeof diagnosticRowSchema>;
