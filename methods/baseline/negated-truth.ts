import { defineMethod } from '../../harness/define.ts';
import { noOptions } from '../options.ts';
import { creditOf } from './oracle.ts';

/** The truth with its signs turned, and a first error that is never the true one: the next step, the last one's being the first. */
export const negatedTruth = defineMethod({
  id: 'negated-truth',
  title: 'Negated truth',
  source: 'control',
  targets: [],
  needs: [],
  cost: 'nothing, it sees the truth',
  laws: { symmetry: 'always', 'null-player': 'always', linearity: 'always', determinism: 'always', budget: 'always' },
  control: true,
  sees: 'truth',
  options: noOptions,
  assign({ messages: said }, { truth }) {
    const { agents, messages, firstError } = creditOf(truth!);
    return {
      ...(agents === undefined ? {} : { agents: agents.map((value) => 0 - value) }),
      ...(messages === undefined ? {} : { messages: messages.map((value) => 0 - value) }),
      ...(firstError === undefined ? {} : { firstError: wrongStep(firstError, said.length) }),
    };
  },
});

/** A step other than the true one, or none where there is no other. */
function wrongStep(truth: number | null, steps: number): number | null {
  if (truth === null) return 0;
  return steps > 1 ? (truth + 1) % steps : null;
}
