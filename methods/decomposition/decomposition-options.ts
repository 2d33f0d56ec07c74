import { z } from 'zod';
import { training } from '../training.ts';

/** The options of a method that fits the outcome by utilities of messages. */
export const decompositionOptions = {
  training,
  prior: z.number().positive().default(1).describe('episodes that a utility of 0 counts as in the fit'),
};
