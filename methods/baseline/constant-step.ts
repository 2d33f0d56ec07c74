import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';

/** Blames the same step of every episode; an episode too short for it gets no blame, which counts as wrong. */
export const constantStep = defineMethod({
  id: 'constant-step',
  title: 'Constant step',
  source: 'control',
  targets: [],
  needs: [],
  cost: 'nothing',
  laws: { determinism: 'always', budget: 'always' },
  control: true,
  options: z.strictObject({ k: z.int().nonnegative().default(1).describe('the step to blame, counted from 0') }),
  refuses: ({ messages }) => (messages.length === 0 ? 'an episode without messages has no step to blame' : undefined),
  assign: ({ messages }, _access, { k }) => ({ firstError: k < messages.length ? k : null }),
});
