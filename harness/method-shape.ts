import { z } from 'zod';
import type { AnyMethod } from './define.ts';
import { nullProtocols } from './null-protocols.ts';
import { probeNames } from './probes.ts';
import { estimands, laws } from './row.ts';

const callable = z.custom<(...args: never[]) => unknown>((value) => typeof value === 'function', 'expected a function');
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected a kebab-case id like my-method');

/** What a method from a user's file must look like. `sees` is not among it: only the controls in the box see the truth. */
export const methodShape = z.strictObject({
  id,
  title: z.string().min(1),
  source: z.string(),
  targets: z.array(z.enum(estimands)),
  needs: z.array(z.enum(probeNames)),
  uses: z.array(z.enum(probeNames)).optional(),
  laws: z.partialRecord(z.enum(laws), z.enum(['always', 'in-expectation'])),
  cost: z.string().min(1).optional(),
  control: z.literal(true).optional(),
  options: z.custom<AnyMethod['options']>(
    (value) => typeof (value as { safeParse?: unknown } | null)?.safeParse === 'function',
    'expected a zod schema',
  ),
  refuses: callable.optional(),
  assign: callable,
});

/** What a task from a user's file must look like. */
export const taskShape = z.strictObject({
  id,
  title: z.string().min(1),
  version: z.int().nonnegative(),
  offers: z.array(z.enum(probeNames)),
  truth: z.enum(['closed-form', 'enumerated', 'planted', 'annotated', 'sampled']),
  null: z.enum(nullProtocols),
  blame: z.enum(['adjusted', 'fixed-noise', 'annotated']).optional(),
  estimands: z.array(z.enum(estimands)).optional(),
  fixed: z.literal(true).optional(),
  unavailable: callable.optional(),
  instances: callable,
});
