import { z } from 'zod';

const count = z.int().nonnegative();

/** What was said in the episode of one instance, once per instance, for whoever reads its credits; games have no such row. */
export const episodeRowSchema = z.strictObject({
  schema: z.literal(1),
  kind: z.literal('episode'),
  task: z.string(),
  version: z.int(),
  instance: z.string(),
  /** Of the task. */
  code: z.string(),
  problem: z.string(),
  agents: z.array(z.strictObject({ id: z.string(), role: z.string() })),
  messages: z.array(z.strictObject({ agent: count, text: z.string() })),
});
export type EpisodeRow = z.output<typeof episodeRowSchema>;

export function episodeKey({ task, version, instance }: Pick<EpisodeRow, 'task' | 'version' | 'instance'>): string {
  return `episode|${JSON.stringify([task, version, instance])}`;
}
