import type { ClaimInput } from '../../harness/claim.ts';
import { less, nested, published, scoreOf, settings, where } from './terms.ts';

/** Replay against the flat baselines where a decision is upstream, in error and in rank, in three settings. */
export const upstream: readonly ClaimInput[] = settings.flatMap((task) => [
  ...['rloo', 'magrpo', 'mappo'].map(
    (method): ClaimInput => ({
      id: `upstream-mse-${method}-${task}`,
      text: `Upstream, nested replay has a lower mean squared error than ${method} at equal evaluator calls, where ${where[task]}`,
      source: published,
      expected: 'holds',
      terms: less(scoreOf('mse', nested, task, 'reasoner'), scoreOf('mse', method, task, 'reasoner')),
      relation: 'negative',
    }),
  ),
  ...['rloo', 'mappo', 'agent-removal'].map(
    (method): ClaimInput => ({
      id: `upstream-rank-${method}-${task}`,
      text: `Upstream, nested replay ranks messages better than ${method} at equal evaluator calls, where ${where[task]}`,
      source: published,
      expected: 'holds',
      terms: less(
        scoreOf('spearman-pooled', nested, task, 'reasoner'),
        scoreOf('spearman-pooled', method, task, 'reasoner'),
      ),
      relation: 'positive',
    }),
  ),
]);
