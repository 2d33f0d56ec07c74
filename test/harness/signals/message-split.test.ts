import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedLabels, potentialDifferences } from '../../../harness/signals/message-labels.ts';
import {
  largestEta,
  rewardBounds,
  type SplitRule,
  splitBy,
  splitCentred,
  splitProportional,
} from '../../../harness/signals/message-split.ts';

const unit = fc.double({ min: -1, max: 1, noNaN: true });
const rules: fc.Arbitrary<SplitRule> = fc.oneof(
  fc.record({ id: fc.constant('centred' as const), eta: fc.double({ min: 0, max: 2, noNaN: true }) }),
  fc.record({ id: fc.constant('proportional' as const), beta: fc.double({ min: 0, max: 2000, noNaN: true }) }),
);
const cases = fc.array(unit, { minLength: 1, maxLength: 5 }).chain((credit) => {
  const message = fc.tuple(fc.nat({ max: credit.length - 1 }), unit);
  return fc.array(message, { maxLength: 12 }).map((messages) => ({
    credit: Float64Array.from(credit),
    authors: messages.map(([author]) => author),
    labels: messages.map(([, label]) => label),
  }));
});

describe('both splits', () => {
  it('conserve every agent, or name what they could not place', () => {
    fc.assert(
      fc.property(rules, cases, (rule, { credit, authors, labels }) => {
        const split = splitBy(rule, credit, authors, labels);
        const sums = new Float64Array(credit.length);
        for (const [step, agent] of authors.entries()) sums[agent]! += split.rewards[step]!;
        if (split.status === 'residual') for (const one of split.residual) sums[one.agent]! += one.credit;
        for (const [agent, value] of credit.entries()) expect(sums[agent]).toBeCloseTo(value, 9);
      }),
    );
  });

  it('stay within their bounds', () => {
    fc.assert(
      fc.property(rules, cases, (rule, { credit, authors, labels }) => {
        const bounds = rewardBounds(rule, credit, authors);
        for (const [step, reward] of splitBy(rule, credit, authors, labels).rewards.entries())
          expect(Math.abs(reward)).toBeLessThanOrEqual(bounds[step]! + 1e-12);
      }),
    );
  });

  it.each<SplitRule>([
    { id: 'centred', eta: 0.3 },
    { id: 'proportional', beta: 3 },
  ])('$id: one message takes all, equal labels share equally', (rule) => {
    const split = splitBy(rule, Float64Array.of(0.6, -0.2), [0, 0, 1], [0.7, 0.7, -1]);
    expect([...split.rewards]).toEqual([0.3, 0.3, -0.2]);
    expect(split.status).toBe('conserved');
  });

  it('report credit without messages as a residual, and nothing where it is zero', () => {
    const credit = Float64Array.of(0.5, -0.25, 0);
    for (const split of [splitCentred(credit, [0], [1], 0.1), splitProportional(credit, [0], [1], 1)])
      expect(split).toEqual({
        status: 'residual',
        rewards: Float64Array.of(0.5),
        residual: [{ agent: 1, credit: -0.25 }],
      });
    expect(splitCentred(Float64Array.of(0, 1), [1], [1], 0.1).status).toBe('conserved');
    expect(splitProportional(Float64Array.of(), [], [], 1)).toEqual({
      status: 'conserved',
      rewards: new Float64Array(0),
    });
  });

  it.each([
    [[0.1], 'label of step 1 is missing; expected a number in [-1, 1]'],
    [[0.1, undefined], 'label of step 1 is missing; expected a number in [-1, 1]'],
    [[-1.5, 0], 'label of step 0 is -1.5; expected a number in [-1, 1]'],
    [[0, Number.NaN], 'label of step 1 is NaN; expected a number in [-1, 1]'],
    [[0, Number.NEGATIVE_INFINITY], 'label of step 1 is -Infinity; expected a number in [-1, 1]'],
    [[0, 0, 0], 'labels has 3 numbers for 2 messages'],
  ])('refuse the labels %j', (labels, message) => {
    for (const split of [splitCentred, splitProportional])
      expect(() => split(Float64Array.of(1), [0, 0], labels, 0.1)).toThrow(
        expect.objectContaining({ code: 'bad-credit', message }),
      );
  });

  it('refuse a weight that is negative or infinite, and an author without credit', () => {
    for (const split of [splitCentred, splitProportional])
      for (const weight of [-0.1, Number.POSITIVE_INFINITY, Number.NaN])
        expect(() => split(Float64Array.of(1), [0], [0], weight)).toThrow(
          expect.objectContaining({ code: 'bad-options' }),
        );
    expect(() => splitCentred(Float64Array.of(1), [0, 1], [0, 0], 0)).toThrow(
      expect.objectContaining({ code: 'bad-credit', message: 'author of step 1 is 1; credit has 1 agents' }),
    );
  });
});

describe('splitCentred', () => {
  const credit = Float64Array.of(0.6, -0.1);
  const authors = [0, 0, 1, 0];

  it('moves reward from harmful to helpful messages of one agent', () => {
    const { rewards } = splitCentred(credit, authors, [1, -1, 0.5, 0], 0.2);
    for (const [step, reward] of [0.4, 0, -0.1, 0.2].entries()) expect(rewards[step]).toBeCloseTo(reward, 12);
  });

  it('moves η inside an agent without credit', () => {
    expect([...splitCentred(Float64Array.of(0), [0, 0], [1, -1], 0.2).rewards]).toEqual([0.2, -0.2]);
  });

  it('stays within the width of the outcomes at the largest default weight', () => {
    const eta = largestEta(credit, authors, 1);
    expect(eta).toBeCloseTo((1 - 0.2) / 2, 12);
    fc.assert(
      fc.property(cases, (one) => {
        const split = splitCentred(one.credit, one.authors, one.labels, largestEta(one.credit, one.authors, 1));
        for (const reward of split.rewards) expect(Math.abs(reward)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('has no weight left for labels where a share alone is wider than the outcomes', () => {
    expect(largestEta(Float64Array.of(3), [0], 1)).toBe(0);
  });
});

describe('splitProportional', () => {
  it('gives every message the sign of its agent, more to the helpful', () => {
    fc.assert(
      fc.property(cases, fc.double({ min: 0, max: 2000, noNaN: true }), ({ credit, authors, labels }, beta) => {
        const { rewards } = splitProportional(credit, authors, labels, beta);
        for (const [step, agent] of authors.entries())
          expect(rewards[step]! * Math.sign(credit[agent]!)).toBeGreaterThanOrEqual(0);
      }),
    );
    const { rewards } = splitProportional(
      Float64Array.of(1),
      [0, 0],
      [Math.log(3), 0].map((x) => x / 2),
      2,
    );
    expect(rewards[0]).toBeCloseTo(0.75, 12);
  });

  it('is uniform at β = 0', () => {
    expect([...splitProportional(Float64Array.of(1), [0, 0], [1, -1], 0).rewards]).toEqual([0.5, 0.5]);
  });
});

describe('potentialDifferences', () => {
  it('sum to the outcome less the first value, and are labels', () => {
    const values = fc.array(fc.double({ min: -2, max: 3, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(values, (along) => {
        const labels = checkedLabels(potentialDifferences(along, 5), along.length - 1);
        const sum = labels.reduce((total, label) => total + label, 0);
        expect(sum).toBeCloseTo((along.at(-1)! - along[0]!) / 5, 12);
      }),
    );
  });

  it('forgive rounding of the values, nothing more', () => {
    expect([...potentialDifferences([0, 1 + 2e-16, 0], 1)]).toEqual([1, -1]);
    expect([...potentialDifferences([0, 1.5], 1)]).toEqual([1.5]);
  });
});
