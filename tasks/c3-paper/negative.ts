import type { ClaimInput } from '../../harness/claim.ts';
import { less, nested, scoreOf, settings, simulated, where, wide } from './terms.ts';

/** Where a suite in which C3 wins everywhere would be rigged. */
export const negative: readonly ClaimInput[] = [
  ...settings.flatMap((task): ClaimInput[] => [
    {
      id: `last-role-rank-${task}`,
      text: `At the last role too, nested replay ranks messages better than RLOO, where ${where[task]}`,
      source: simulated,
      expected: 'does not hold',
      terms: less(scoreOf('spearman-pooled', nested, task, 'actor'), scoreOf('spearman-pooled', 'rloo', task, 'actor')),
      relation: 'positive',
    },
    {
      id: `small-fanout-rank-${task}`,
      text: `At the last role a fan-out of 2 is as good as one of 4, where ${where[task]}`,
      source: simulated,
      expected: 'does not hold',
      terms: less(scoreOf('spearman-pooled', wide, task, 'actor'), scoreOf('spearman-pooled', nested, task, 'actor')),
      relation: 'zero',
      tolerance: 0.01,
    },
  ]),
  {
    id: 'oracle-critic',
    text: 'Upstream, nested replay ranks messages better than differences of an exact critic',
    source: simulated,
    expected: 'does not hold',
    terms: less(
      scoreOf('spearman-pooled', nested, 'reasoner-actor-exact-critic', 'reasoner'),
      scoreOf('spearman-pooled', 'gae[lambda=0]', 'reasoner-actor-exact-critic', 'reasoner'),
    ),
    relation: 'positive',
  },
  {
    id: 'shrinkage-mse',
    text: 'The group mean has a lower mean squared error than RLOO',
    source: simulated,
    expected: 'holds',
    terms: less(
      scoreOf('mse', 'group-mean', 'reasoner-actor', 'reasoner'),
      scoreOf('mse', 'rloo', 'reasoner-actor', 'reasoner'),
    ),
    relation: 'negative',
  },
  {
    id: 'shrinkage-rank',
    text: '… by shrinkage alone: both rank messages alike',
    source: simulated,
    expected: 'holds',
    terms: less(
      scoreOf('spearman-pooled', 'group-mean', 'reasoner-actor', 'reasoner'),
      scoreOf('spearman-pooled', 'rloo', 'reasoner-actor', 'reasoner'),
    ),
    relation: 'zero',
  },
];
