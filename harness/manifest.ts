import { z } from 'zod';
import { analysisPlanSchema } from './analysis-plan.ts';
import { claimSchema } from './claim.ts';
import { diagnosticSettingsSchema } from './diagnostic-row.ts';
import { estimands, laws } from './row.ts';

/** One `run` on a folder: as it was typed, the cells it planned, and when; `end` is absent where it was cut off. */
const run = {
  argv: z.array(z.string()),
  cells: z.int(),
  start: z.string(),
  end: z.string().optional(),
  /** Hash of the analysis plan it declared or took over. */
  plan: z.string().optional(),
};

/** What a folder's latest run was made of: enough to read its journal without the methods and tasks, and to run it again. */
export const manifestSchema = z.strictObject({
  schema: z.literal(1),
  versions: z.strictObject({ creditbench: z.string(), v8: z.string() }),
  node: z.string(),
  os: z.string(),
  cpu: z.string(),
  git: z.strictObject({ commit: z.string(), dirty: z.boolean() }).nullable(),
  suite: z.strictObject({
    methods: z.array(
      z.strictObject({
        name: z.string(),
        id: z.string(),
        title: z.string(),
        source: z.string(),
        targets: z.array(z.enum(estimands)),
        needs: z.array(z.string()),
        laws: z.partialRecord(z.enum(laws), z.enum(['always', 'in-expectation'])),
        control: z.boolean(),
        code: z.string(),
      }),
    ),
    tasks: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        version: z.int(),
        offers: z.array(z.string()),
        truth: z.string(),
        null: z.string(),
        blame: z.string().nullable(),
        estimands: z.array(z.enum(estimands)),
        unavailable: z.string().nullable(),
        code: z.string(),
      }),
    ),
    budgets: z.array(z.number().nullable()),
    seeds: z.int(),
    instances: z.int(),
    laws: z.int(),
    diagnostics: z.array(diagnosticSettingsSchema).default([]),
    claims: z.array(claimSchema).default([]),
    analysis: analysisPlanSchema.prefault({}),
    salt: z.string(),
  }),
  ...run,
  earlier: z.array(z.strictObject(run)),
});
export type Manifest = z.output<typeof manifestSchema>;

/** Every run on the folder, the earliest first. */
export function runsOf({ earlier, argv, cells, start, end, plan }: Manifest): Manifest['earlier'] {
  const optional = { ...(end === undefined ? {} : { end }), ...(plan === undefined ? {} : { plan }) };
  return [...earlier, { argv, cells, start, ...optional }];
}
