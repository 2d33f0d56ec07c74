import type { Episode } from '../../../harness/contract.ts';
import { contextsOf } from '../../../harness/signals/contexts.ts';
import type { Signal } from '../../../reports/signals/signal.ts';
import { nameOf, recordOfFailure, recordOfSuccess } from '../../harness/signals/example-records.ts';

/** A transcript of agents 0 and 1 who speak in turn; what they say may be given. */
export function turns(texts: readonly string[], outcome: number, problem = 'Sort a list.'): Episode {
  return {
    agents: [0, 1].map((agent) => ({ id: nameOf(agent), role: nameOf(agent) })),
    problem,
    messages: texts.map((text, step) => ({ agent: step % 2, text })),
    outcome,
    range: [0, 1],
  };
}

/** A signal without a record. */
export function plainSignal(episode: Episode, rewards: readonly number[]): Signal {
  return {
    source: 'planted',
    instance: 'planted/0',
    method: 'c3',
    episode,
    rewards: Float64Array.from(rewards),
    record: undefined,
  };
}

/** A success whose agents earn 0.5 and −0.1, and whose second message is the better one of agent 0. */
export function successSignal(texts: readonly string[] = ['plan', 'code', 'test']): Signal {
  const episode = turns(texts, 1);
  const authors = episode.messages.map(({ agent }) => agent);
  const labels = authors.map((_, step) => (step % 3) / 2 - 0.5);
  const record = recordOfSuccess(Float64Array.of(0.5, -0.1), authors, labels, { id: 'centred', eta: 0.25 });
  const rewards = record.branch === 'success' ? record.messages.map(({ reward }) => reward) : [];
  return { ...plainSignal(episode, rewards), method: 'evaluation-aligned', record };
}

/** A failure: fine, first error, repair, failure-aligned, neutral; two pairs were dropped and two alternatives made some. */
export async function failureSignal(
  texts: readonly string[] = ['plan', 'slip', 'mend', 'worse', 'bye'],
): Promise<Signal> {
  const episode = turns(texts, 0);
  const contexts = contextsOf(episode);
  const values = [0.5, 0.6, 0.2, 0.5, 0, 0];
  const alternatives = [[], ['better', texts[1]!], ['harm', 'alike'], ['rescue'], []].map((messages) =>
    messages.map((message) => ({ message, value: message === 'harm' ? 0 : message === 'alike' ? 0.5 : 0.8 })),
  );
  const steps = episode.messages.map(({ text }, step) => ({
    context: contexts[step]!,
    message: text,
    alternatives: alternatives[step]!,
  }));
  const verdicts = ['neither', 'neither', 'corrects', 'continues', 'neither'] as const;
  const record = await recordOfFailure({ steps, values, epsilon: 0.05, verdicts }, 'values');
  return {
    ...plainSignal(
      episode,
      record.scalar.map(({ reward }) => reward),
    ),
    method: 'evaluation-aligned',
    record,
  };
}
