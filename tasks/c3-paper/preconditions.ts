import type { ClaimInput } from '../../harness/claim.ts';
import { ample, diagnosticOf, less, nested, published, scoreOf } from './terms.ts';

/** The laws of replay credit, and what each failed precondition does. */
export const preconditions: readonly ClaimInput[] = [
  ...['reasoner', 'actor'].map(
    (role): ClaimInput => ({
      id: `noise-law-${role}`,
      text: `The replay noise of leave-one-out credit is s² n² / (B (n − 1)), for the ${role}`,
      source: published,
      expected: 'holds',
      terms: [{ weight: 1, measure: diagnosticOf('noise-law-ratio', 'reasoner-actor', role) }],
      constant: -1,
      relation: 'zero',
      tolerance: 0.1,
    }),
  ),
  {
    id: 'unbiased',
    text: 'Nested replay is unbiased for the advantage: its squared bias at one context is nothing',
    source: published,
    expected: 'holds',
    terms: [{ weight: 1, measure: diagnosticOf('squared-bias', 'reasoner-actor', 'reasoner', nested) }],
    relation: 'zero',
    tolerance: 0.01,
  },
  ...(
    [
      ['magrpo', 'actor', 'One advantage for all roles is biased for a later role'],
      ['agent-removal', 'reasoner', 'Removal is biased as an advantage, by V(h) − V_null(h)'],
      ['c3-unique[alternatives=3]', 'reasoner', 'Removing duplicate alternatives biases credit'],
      ['c3-tempered[alternatives=3]', 'reasoner', 'Alternatives of another temperature bias credit'],
    ] as const
  ).map(
    ([method, role, text]): ClaimInput => ({
      id: `biased-${method.split('[')[0]}`,
      text,
      source: published,
      expected: 'holds',
      terms: [{ weight: 1, measure: diagnosticOf('squared-bias', 'reasoner-actor', role, method, ample) }],
      relation: 'positive',
    }),
  ),
  {
    id: 'hidden-state',
    text: 'Where a state outside the transcript decides, replay credit is biased',
    source: published,
    expected: 'holds',
    terms: [{ weight: 1, measure: diagnosticOf('squared-bias', 'hidden-state', 'role-1', 'vineppo', ample) }],
    relation: 'positive',
  },
  {
    id: 'visible-state',
    text: '… and where the transcript tells that state, it is not',
    source: published,
    expected: 'holds',
    terms: [{ weight: 1, measure: diagnosticOf('squared-bias', 'visible-state', 'role-1', 'vineppo', ample) }],
    relation: 'zero',
    tolerance: 0.005,
  },
  {
    id: 'influence',
    text: 'Sampled influence, less its permutation null, meets the exact mutual information',
    source: 'our definition; the released one counts finite-sample bias as influence',
    expected: 'open',
    terms: less(
      diagnosticOf('influence-sampled', 'reasoner-actor', 'reasoner'),
      diagnosticOf('influence-exact', 'reasoner-actor', 'reasoner'),
    ),
    relation: 'zero',
    tolerance: 0.05,
  },
  {
    id: 'depth',
    text: 'At the first of three to five roles, replay at every context has a lower mean squared error than RLOO',
    source: published,
    expected: 'open',
    terms: less(scoreOf('mse', 'vineppo', 'role-chain', 'role-1'), scoreOf('mse', 'rloo', 'role-chain', 'role-1')),
    relation: 'negative',
  },
];
