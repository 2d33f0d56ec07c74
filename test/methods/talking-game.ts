import { isMember } from '../../harness/coalitions.ts';
import type { Instance, Probes } from '../../harness/contract.ts';

type Talk = {
  /** v(S) by bit mask; the outcome is v(N). */
  readonly values: readonly number[];
  /** The agent of every message; each agent says one where it is not given. */
  readonly authors?: readonly number[];
  /** P(right) per message; no judge where it is not given. */
  readonly rights?: readonly number[];
  readonly range?: readonly [number, number];
};

/** A cooperative game whose agents talk: an episode with messages, exact worth, and a judge with given answers. */
export function talkingGame({ values, authors, rights, range = [0, 1] }: Talk): Instance {
  const agents = Array.from({ length: Math.log2(values.length) }, (_, agent) => ({ id: `a${agent}`, role: 'agent' }));
  const worth: Probes['worth'] = async (coalitions) =>
    Float64Array.from({ length: coalitions.count }, (_, row) => {
      return values[
        agents.reduce((mask, _one, agent) => mask + (isMember(coalitions, row, agent) ? 2 ** agent : 0), 0)
      ]!;
    });
  const judge: Probes['judge'] = async (steps) => Float64Array.from(steps, (step) => rights![step]!);
  return {
    id: 'talk',
    episode: {
      agents,
      problem: 'Talk.',
      messages: (authors ?? agents.map((_, agent) => agent)).map((agent, step) => ({ agent, text: `message ${step}` })),
      outcome: values.at(-1)!,
      range,
    },
    noise: 'none',
    null: 'delete',
    truth: () => ({}),
    open: () => ({ worth, ...(rights === undefined ? {} : { judge }) }),
  };
}

/** A failed transcript of one agent with a judge and a critic of given answers; nothing else can be asked. */
export function judgedTranscript(
  rights: readonly number[],
  values: readonly number[] = rights.map(() => 0.5),
): Instance {
  return {
    id: 'judged',
    episode: {
      agents: [{ id: 'a', role: 'agent' }],
      problem: 'Talk.',
      messages: rights.map((_, step) => ({ agent: 0, text: `message ${step}` })),
      outcome: 0,
      range: [0, 1],
    },
    noise: 'none',
    truth: () => ({}),
    open: () => ({
      judge: async (steps) => Float64Array.from(steps, (step) => rights[step]!),
      critic: async (steps) => Float64Array.from(steps, (step) => values[step]!),
    }),
  };
}
