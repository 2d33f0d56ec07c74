import { describe, expect, it } from 'vitest';
import { usualPlan } from '../../harness/analysis-plan.ts';
import type { ScoredRow } from '../../harness/row.ts';
import { score } from '../../harness/score.ts';
import { drawsOf } from '../../reports/draws.ts';
import { entriesOf } from '../../reports/entries.ts';
import { addRow, emptyGroup } from '../../reports/group.ts';
import { emptySlots } from '../../reports/slots.ts';
import type { ScoreEntry } from '../../reports/summary.ts';

const truth = [0.5, -0.4, 0.1];
const credits = [0, 1, 2, 3, 4, 5].map((instance) => truth.map((value, i) => value + 0.1 * Math.sin(instance + i)));

function rowOf(instance: number, error: number | undefined): ScoredRow {
  const credit = credits[instance]!;
  const errors = error === undefined ? {} : { standardErrors: { advantage: new Float64Array(3).fill(error) } };
  const typed = { advantage: Float64Array.from(truth), ...errors };
  const messages = [0, 1, 0].map((agent) => ({ agent, text: '' }));
  return {
    schema: 1,
    kind: 'cell',
    method: 'm',
    task: 't',
    version: 1,
    instance: String(instance),
    budget: 8,
    seed: 0,
    code: 'x',
    status: 'scored',
    roles: ['lead', 'help'],
    authors: [0, 1, 0],
    outcome: 1,
    credit: { messages: credit },
    truth: {
      advantage: truth,
      ...(error === undefined ? {} : { standardErrors: { advantage: new Array(3).fill(error) } }),
    },
    scores: score({ messages: Float64Array.from(credit) }, typed, { messages }),
    spent: { evaluations: 8, messages: 3, judgements: 0, tokens: 0 },
  };
}

function entriesWith(error: number | undefined) {
  const group = emptyGroup({ task: 't', method: 'm', budget: 8 });
  const slots = emptySlots();
  for (const instance of credits.keys()) addRow(group, rowOf(instance, error), slots.of(String(instance), 0));
  return entriesOf(group, ['advantage'], slots.order(), drawsOf('salt', 't', usualPlan), usualPlan);
}

function mse(error: number | undefined, role?: string): ScoreEntry {
  for (const found of entriesWith(error))
    if ('entry' in found && found.entry.metric === 'mse') {
      const { slice } = found.entry;
      if (role === undefined ? slice === null : slice !== null && 'role' in slice && slice.role === role)
        return found.entry;
    }
  throw new Error('no mse');
}

describe('a sampled truth', () => {
  it('widens the interval of every metric it is in, of the whole and of every role, and moves no value', () => {
    for (const role of [undefined, 'lead', 'help']) {
      const [exact, sampled, rough] = [mse(undefined, role), mse(0.02, role), mse(0.2, role)];
      expect(sampled.value).toBe(exact.value);
      const width = ({ low, high }: ScoreEntry) => high! - low!;
      expect(width(sampled)).toBeGreaterThan(width(exact));
      expect(width(rough)).toBeGreaterThan(width(sampled));
    }
  });

  it('widens an interval by its own error where it is large: 1.96 of it on either side', () => {
    const { low, high, value } = mse(10);
    // Of the mean of three squares of an error of 10: √(2 · 3 · 10⁴) / 3, the rest is small.
    const error = Math.sqrt(2 * 3 * 10 ** 4) / 3;
    expect((high! - low!) / (2 * 1.96 * error)).toBeGreaterThan(0.9);
    expect((high! - low!) / (2 * 1.96 * error)).toBeLessThan(1.1);
    expect(Math.abs((high! + low!) / 2 - value)).toBeLessThan(0.2 * error);
  });

  it('takes a pooled rank correlation away where its order is not sure, and says why', () => {
    const absent = entriesWith(0.2).flatMap((found) => ('absent' in found ? [found.absent] : []));
    expect(absent.find(({ metric, slice }) => metric === 'spearman-pooled' && slice === null)?.reason).toBe(
      'the order of the sampled truth is not sure to two standard errors',
    );
  });
});
