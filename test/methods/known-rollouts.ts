import type { Episode, Instance } from '../../harness/contract.ts';

/** The instance with these as its fresh episodes, whenever as many are asked for. */
export function withRollouts(instance: Instance, episodes: readonly Episode[]): Instance {
  return { ...instance, open: (opening) => ({ ...instance.open(opening), rollout: async () => episodes }) };
}

/** `count` copies of an episode that says `texts`. */
export function copies(instance: Instance, texts: readonly string[], outcome: number, count: number): Episode[] {
  const { episode } = instance;
  const messages = texts.map((text, step) => ({ agent: episode.messages[step]!.agent, text }));
  return Array.from({ length: count }, () => ({ ...episode, messages, outcome }));
}
