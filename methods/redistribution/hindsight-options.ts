import { z } from 'zod';
import { training } from '../training.ts';

/** The options of a method that learns how likely a message was, given how episodes ended. */
export const hindsightOptions = {
  training,
  prior: z.number().positive().default(1).describe('episodes of the same ending that the policy itself counts as'),
};

/** Over which episodes a contribution is taken. */
export const over = z
  .enum(['fresh', 'logged'])
  .default('fresh')
  .describe('fresh: mean over the training episodes that met the context; logged: the given episode alone');
