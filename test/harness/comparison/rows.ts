import { type Random, randomOrder } from '../../../harness/random.ts';
import type { CellRow, ScoredRow, UnscoredRow } from '../../../harness/row.ts';

const cell = {
  schema: 1,
  kind: 'cell',
  method: 'm',
  task: 't',
  version: 1,
  instance: '0/a',
  budget: 16,
  seed: 0,
  code: 'test',
} as const;

/** A scored row of an agent-credit task, with what is given in place of the usual. */
export const scored = (given: Partial<ScoredRow> = {}): ScoredRow => ({
  ...cell,
  status: 'scored',
  roles: ['a', 'b'],
  authors: [],
  outcome: 1,
  credit: { agents: [1, 2] },
  truth: { shapley: [1, 2] },
  scores: { shapley: { 'relative-error': 0.5 } },
  spent: { evaluations: 1, messages: 0, judgements: 0, tokens: 0 },
  ...given,
});

/** A row without a score. */
export const unscored = (given: Partial<UnscoredRow> = {}): UnscoredRow => ({
  ...cell,
  status: 'failed',
  reason: 'threw Error: no',
  ...given,
});

/** One row per relative error, each on an instance of its own. */
export const errors = (values: readonly number[], given: Partial<ScoredRow> = {}): CellRow[] =>
  values.map((value, place) =>
    scored({
      instance: `${String(place).padStart(3, '0')}/i`,
      truth: { shapley: [1, place] },
      scores: { shapley: { 'relative-error': value } },
      ...given,
    }),
  );

/** The same rows in an order drawn at random. */
export const shuffled = (random: Random, rows: readonly CellRow[]): CellRow[] =>
  Array.from(randomOrder(random, rows.length), (place) => rows[place]!);
