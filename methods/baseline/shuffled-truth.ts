import { defineMethod } from '../../harness/define.ts';
import { shuffle } from '../../harness/random.ts';
import { noOptions } from '../options.ts';
import { creditOf } from './oracle.ts';

/** The truth, permuted within the episode: right numbers in the wrong places. */
export const shuffledTruth = defineMethod({
  id: 'shuffled-truth',
  title: 'Shuffled truth',
  source: 'control',
  targets: [],
  needs: [],
  cost: 'nothing, it sees the truth',
  laws: { efficiency: 'always', determinism: 'always', budget: 'always' },
  control: true,
  sees: 'truth',
  options: noOptions,
  assign(episode, { truth, random }) {
    const { agents, messages, firstError } = creditOf(truth!);
    const permuted = (values: Float64Array, name: string) => shuffle(random.stream(name), Float64Array.from(values));
    return {
      ...(agents === undefined ? {} : { agents: permuted(agents, 'agents') }),
      ...(messages === undefined ? {} : { messages: permuted(messages, 'messages') }),
      ...(firstError === undefined
        ? {}
        : { firstError: firstError === null ? null : random.stream('shuffled blame').below(episode.messages.length) }),
    };
  },
});
