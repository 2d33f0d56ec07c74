import { z } from 'zod';
import { manifestSchema } from '../../harness/manifest.ts';

const { methods } = manifestSchema.shape.suite.shape;
const { versions, node, os, cpu } = manifestSchema.shape;

/** `about.json` of a submission: its method, what made its results, and which of its cells nobody here could recompute. */
export const aboutSchema = z.strictObject({
  method: methods.element,
  versions,
  node,
  os,
  cpu,
  cells: z.strictObject({ scored: z.int(), skipped: z.int(), failed: z.int() }),
  claimed: z.record(z.string(), z.int()),
});
export type About = z.output<typeof aboutSchema>;
