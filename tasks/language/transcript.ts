import { basename } from 'node:path';
import { z } from 'zod';
import type { Instance } from '../../harness/contract.ts';
import { badFile, brief, parseWith } from '../../harness/files.ts';

/** `*.episode.json`: a user's own log. Nothing can be asked of it and nothing is known to be true of it. */
export const transcriptSchema = z.strictObject({
  kind: z.literal('episode'),
  agents: z.array(z.strictObject({ id: z.string().min(1), role: z.string().optional() })).min(1),
  problem: z.string(),
  messages: z.array(z.strictObject({ agent: z.string(), text: z.string() })),
  outcome: z.number(),
  range: z.tuple([z.number(), z.number()]),
});

/** The instance that the value of a transcript file describes. @throws CreditbenchError naming the place in the file */
export function parseTranscript(value: unknown, path: string): Instance {
  const file = basename(path);
  const { agents, problem, messages, outcome, range } = parseWith(transcriptSchema, value, file);
  const names = agents.map(({ id }) => id);
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (twice >= 0) throw badFile(file, ['agents', twice], `agent "${names[twice]}" is named twice`);
  if (range[0] >= range[1]) throw badFile(file, ['range'], `${brief(range)} is empty; expected the lower end first`);
  if (outcome < range[0] || outcome > range[1])
    throw badFile(file, ['outcome'], `${outcome} is outside the range ${brief(range)}`);
  for (const [step, { agent }] of messages.entries())
    if (!names.includes(agent))
      throw badFile(file, ['messages', step, 'agent'], `no agent "${agent}"; agents are ${names.join(', ')}`);
  return {
    id: file.replace(/\.episode\.json$/, ''),
    episode: {
      agents: agents.map(({ id, role }) => ({ id, role: role ?? id })),
      problem,
      messages: messages.map(({ agent, text }) => ({ agent: names.indexOf(agent), text })),
      outcome,
      range,
    },
    noise: 'none',
    truth: () => ({}),
    open: () => ({}),
  };
}
