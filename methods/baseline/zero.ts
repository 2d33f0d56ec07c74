import { defineMethod } from '../../harness/define.ts';
import { noOptions } from '../options.ts';

/** 0 for everybody: the least variance there is. */
export const zero = defineMethod({
  id: 'zero',
  title: 'Nothing to anybody',
  source: 'control',
  targets: [],
  needs: [],
  cost: 'nothing',
  laws: {
    symmetry: 'always',
    'null-player': 'always',
    linearity: 'always',
    'message-conservation': 'always',
    determinism: 'always',
    budget: 'always',
  },
  control: true,
  options: noOptions,
  assign: ({ agents, messages }) => ({
    agents: new Float64Array(agents.length),
    ...(messages.length > 0 ? { messages: new Float64Array(messages.length) } : {}),
  }),
});
