import { basename } from 'node:path';
import { z } from 'zod';
import { analysisPlanSchema } from './analysis-plan.ts';
import { claimSchema } from './claim.ts';
import { diagnosticSettingsSchema } from './diagnostic-row.ts';
import { CreditbenchError } from './errors.ts';
import { parseWith } from './files.ts';
import { loadModule } from './load-module.ts';
import type { Suite } from './suite.ts';

const count = z.int();
const items = z.array(z.union([z.string(), z.custom<object>((value) => typeof value === 'object' && value !== null)]));
const suiteShape = z.strictObject({
  methods: items,
  tasks: items,
  budgets: z.array(z.number().nullable()),
  seeds: count,
  instances: count.optional(),
  laws: count.optional(),
  diagnostics: z.array(diagnosticSettingsSchema).optional(),
  claims: z.array(claimSchema).optional(),
  analysis: analysisPlanSchema.optional(),
  salt: z.string().optional(),
});

/** The suite a file exports by default. @throws CreditbenchError naming the file and what is wrong with it. */
export async function loadSuite(path: string): Promise<Suite> {
  const { default: suite } = await loadModule(path);
  if (suite === undefined)
    throw new CreditbenchError('bad-file', `${path}: no default export; expected export default defineSuite({ … })`);
  parseWith(suiteShape, suite, basename(path));
  // The shape has just been checked; methods and tasks in it are checked by their types.
  return suite as Suite;
}
