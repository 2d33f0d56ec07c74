import { z } from 'zod';
import { estimands, laws } from './row.ts';

/** What a run was made of: enough to read its journal without the methods and tasks, and to run it again. */
export const manifestSchema = z.strictObject({
  schema: z.literal(1),
  creditbench: z.string(),
  node: z.string(),
  v8: z.string(),
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
        estimands: z.array(z.enum(estimands)),
        unavailable: z.string().nullable(),
      }),
    ),
    budgets: z.array(z.number().nullable()),
    seeds: z.int(),
    instances: z.int(),
    laws: z.int(),
    salt: z.string(),
  }),
  /** One entry per `run` on this folder: the cells it planned, and when it had finished them (absent where it was cut off). */
  runs: z.array(
    z.strictObject({ argv: z.array(z.string()), started: z.string(), cells: z.int(), ended: z.string().optional() }),
  ),
});
export type Manifest = z.output<typeof manifestSchema>;
