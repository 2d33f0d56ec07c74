import type { Card } from '../../../reports/board/card.ts';

/** A card that nothing is wrong with. */
export const exampleCard: Card = {
  method: 'shapley-permutation',
  title: 'Ours',
  authors: ['Ada', 'Bob'],
  code: { url: 'https://example.org/ours', revision: 'abc123' },
  licence: 'MIT',
  bestOf: 1,
};
