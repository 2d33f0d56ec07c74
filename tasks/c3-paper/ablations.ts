import type { ClaimInput } from '../../harness/claim.ts';
import { diagnosticOf, identity, less, nested, published, scoreOf, settings, simulated, where } from './terms.ts';

/** What each ablation of the paper costs, and what it is by identity. */
export const ablations: readonly ClaimInput[] = [
  ...settings.map(
    (task): ClaimInput => ({
      id: `no-replay-${task}`,
      text: `Upstream, credit without replay has a higher mean squared error, where ${where[task]}`,
      source: published,
      expected: 'holds',
      terms: less(scoreOf('mse', 'c3-no-replay', task, 'reasoner'), scoreOf('mse', nested, task, 'reasoner')),
      relation: 'positive',
    }),
  ),
  {
    id: 'no-replay-hurts-most-upstream',
    text: 'Leaving replay out costs more where messages upstream differ much than where they differ little',
    source: published,
    expected: 'holds',
    terms: [
      ...less(
        scoreOf('mse', 'c3-no-replay', 'reasoner-actor-upstream', 'reasoner'),
        scoreOf('mse', nested, 'reasoner-actor-upstream', 'reasoner'),
      ),
      ...less(
        scoreOf('mse', nested, 'reasoner-actor-downstream', 'reasoner'),
        scoreOf('mse', 'c3-no-replay', 'reasoner-actor-downstream', 'reasoner'),
      ),
    ],
    relation: 'positive',
  },
  {
    id: 'no-replay-is-rloo',
    text: 'With a flat fan-out, credit without replay is RLOO',
    source: identity,
    expected: 'holds',
    terms: less(
      scoreOf('mse', 'c3-no-replay', 'reasoner-actor', 'reasoner'),
      scoreOf('mse', 'rloo', 'reasoner-actor', 'reasoner'),
    ),
    relation: 'zero',
  },
  {
    id: 'no-loo-rescales',
    text: 'Without leave-one-out, raw credit is only rescaled: the ranking of a role stays',
    source: identity,
    expected: 'holds',
    terms: less(
      scoreOf('spearman-pooled', 'c3[baseline=mean,fanout=2x4]', 'reasoner-actor', 'actor'),
      scoreOf('spearman-pooled', nested, 'reasoner-actor', 'actor'),
    ),
    relation: 'zero',
  },
  {
    id: 'loo-variance',
    text: 'Leave-one-out lowers the variance of credit at one context',
    source: published,
    expected: 'does not hold',
    terms: less(
      diagnosticOf('within-context-variance', 'reasoner-actor', 'actor', nested),
      diagnosticOf('within-context-variance', 'reasoner-actor', 'actor', 'c3[baseline=mean,fanout=2x4]'),
    ),
    relation: 'negative',
  },
  {
    id: 'normalised-error',
    text: 'Normalising within sibling groups, the shipped default, raises the mean squared error',
    source: simulated,
    expected: 'holds',
    terms: less(
      scoreOf('mse', 'c3[fanout=2x4,normalise=group]', 'reasoner-actor', 'reasoner'),
      scoreOf('mse', nested, 'reasoner-actor', 'reasoner'),
    ),
    relation: 'positive',
  },
  {
    id: 'critic-instead-of-replay',
    text: 'Upstream, replay has a lower mean squared error than a critic trained on the same evaluator calls',
    source: published,
    expected: 'open',
    terms: less(
      scoreOf('mse', nested, 'reasoner-actor', 'reasoner'),
      scoreOf('mse', 'c3-value-only', 'reasoner-actor', 'reasoner'),
    ),
    relation: 'negative',
  },
];
