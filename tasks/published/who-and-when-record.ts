import { z } from 'zod';
import type { FirstError, Instance } from '../../harness/contract.ts';

/** One log as upstream publishes it; fields we do not use are let through. */
export const recordSchema = z.object({
  question: z.string(),
  /** Algorithm-generated logs name the speaker in `name` (their `role` is user or assistant), hand-crafted ones in `role`. */
  history: z.array(z.object({ content: z.string(), role: z.string(), name: z.string().optional() })).min(1),
  mistake_agent: z.string(),
  /** A 0-based index into `history`, as text; the first release had some as integers. */
  mistake_step: z.union([z.string().regex(/^\d+$/), z.int().nonnegative()]).transform(Number),
});
type WhoAndWhenRecord = z.output<typeof recordSchema>;

/** The speaker of a message: hand-crafted logs add `(thought)` or `(-> Agent)`, which labels do not. */
export function speakerOf({ name, role }: WhoAndWhenRecord['history'][number]): string {
  return (name ?? role).replace(/\s*\(.*\)$/, '');
}

/** A log as an instance: agents are its distinct speakers in order of appearance; the outcome is 0, for every log failed. */
export function instanceOf(id: string, { question, history, mistake_agent, mistake_step }: WhoAndWhenRecord): Instance {
  const speakers = [...new Set(history.map(speakerOf))];
  const excluded = exclusionOf(mistake_agent, mistake_step, speakers, history.length);
  const truth: FirstError = { step: mistake_step, agent: speakers.indexOf(mistake_agent) };
  return {
    id,
    episode: {
      agents: speakers.map((speaker) => ({ id: speaker, role: speaker })),
      problem: question,
      messages: history.map((turn) => ({ agent: speakers.indexOf(speakerOf(turn)), text: turn.content })),
      outcome: 0,
      range: [0, 1],
    },
    noise: 'none',
    ...(excluded === undefined ? {} : { excluded }),
    truth: () => ({ 'first-error': truth }),
    open: () => ({}),
  };
}

function exclusionOf(agent: string, step: number, speakers: readonly string[], length: number): string | undefined {
  if (step >= length) return `the label names step ${step}; the log has ${length} messages`;
  return speakers.includes(agent) ? undefined : `the label names "${agent}", who does not speak in the log`;
}
