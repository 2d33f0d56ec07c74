import { basename } from 'node:path';
import { z } from 'zod';
import { isMember } from '../../harness/coalitions.ts';
import type { Instance, Probes } from '../../harness/contract.ts';
import { badFile, brief, parseWith } from '../../harness/files.ts';

/** A judge's P(the message is right | its context). */
const right = z.number().min(0).max(1);

/** `*.episode.json`: a user's own log. Nothing is known to be true of it, and only what the file itself answers can be asked. */
export const transcriptSchema = z.strictObject({
  kind: z.literal('episode'),
  agents: z.array(z.strictObject({ id: z.string().min(1), role: z.string().optional() })).min(1),
  problem: z.string(),
  messages: z.array(
    z.strictObject({
      agent: z.string(),
      text: z.string(),
      judge: right.optional().describe('P(this message is right); on every message or on none'),
    }),
  ),
  outcome: z.number(),
  range: z.tuple([z.number(), z.number()]),
  judge: z.array(right).optional().describe('P(the message is right), one per message; not beside judge on messages'),
  worth: z
    .array(z.number())
    .optional()
    .describe(
      'v(S), the outcome with only the agents of S, 2ⁿ by bit mask: bit i is the i-th agent; the last is outcome',
    ),
});
type TranscriptFile = z.output<typeof transcriptSchema>;

/** The instance that the value of a transcript file describes. @throws CreditbenchError naming the place in the file */
export function parseTranscript(value: unknown, path: string): Instance {
  const file = basename(path);
  const read = parseWith(transcriptSchema, value, file);
  const { agents, problem, messages, outcome, range } = read;
  const names = agents.map(({ id }) => id);
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (twice >= 0) throw badFile(file, ['agents', twice], `agent "${names[twice]}" is named twice`);
  if (range[0] >= range[1]) throw badFile(file, ['range'], `${brief(range)} is empty; expected the lower end first`);
  if (outcome < range[0] || outcome > range[1])
    throw badFile(file, ['outcome'], `${outcome} is outside the range ${brief(range)}`);
  for (const [step, { agent }] of messages.entries())
    if (!names.includes(agent))
      throw badFile(file, ['messages', step, 'agent'], `no agent "${agent}"; agents are ${names.join(', ')}`);
  const judge = judgeOf(read, file);
  const worth = worthOf(read, file);
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
    open: () => ({ ...(judge && { judge }), ...(worth && { worth }) }),
  };
}

/** The judge's answers of the file as a probe. @throws CreditbenchError unless there is one per message, or none at all */
function judgeOf({ judge, messages }: TranscriptFile, file: string): Probes['judge'] | undefined {
  const answered = messages.findIndex((message) => message.judge !== undefined);
  if (judge === undefined && answered < 0) return undefined;
  if (judge !== undefined && answered >= 0)
    throw badFile(file, ['messages', answered, 'judge'], 'given twice, here and in judge; expected one of the two');
  if (judge !== undefined && judge.length !== messages.length)
    throw badFile(file, ['judge'], `${judge.length} numbers for ${messages.length} messages; expected one per message`);
  const answers = judge ?? messages.map((message, step) => message.judge ?? missing(file, step, answered));
  return async (steps) => Float64Array.from(steps, (step) => answers[step]!);
}

function missing(file: string, step: number, answered: number): never {
  const found = `missing, while messages[${answered}] has one`;
  throw badFile(file, ['messages', step, 'judge'], `${found}; expected a number in [0,1] on every message`);
}

/** The user's own ablation runs as a probe. @throws CreditbenchError unless there are 2ⁿ numbers in the range, the outcome last */
function worthOf(
  { worth, agents, outcome, range: [low, high] }: TranscriptFile,
  file: string,
): Probes['worth'] | undefined {
  if (worth === undefined) return undefined;
  const expected = 2 ** agents.length;
  if (worth.length !== expected)
    throw badFile(
      file,
      ['worth'],
      `${worth.length} numbers given; expected 2^${agents.length} = ${expected}, one per coalition`,
    );
  const outside = worth.findIndex((value) => value < low || value > high);
  if (outside >= 0) throw badFile(file, ['worth', outside], `${worth[outside]} is outside the range [${low},${high}]`);
  // A worth without noise has one value per coalition, and that of all agents is the episode itself.
  if (worth.at(-1) !== outcome)
    throw badFile(file, ['worth', expected - 1], `${worth.at(-1)} with all agents; expected the outcome, ${outcome}`);
  return async (coalitions) =>
    Float64Array.from({ length: coalitions.count }, (_, row) => {
      // A table of 2ⁿ numbers has few agents, so a sum of powers is exact where shifting would overflow.
      return worth[agents.reduce((mask, _agent, i) => mask + (isMember(coalitions, row, i) ? 2 ** i : 0), 0)]!;
    });
}
