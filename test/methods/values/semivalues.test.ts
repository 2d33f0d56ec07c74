import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { semivalueOfTable, shapleyOfTable, shapleyWeights } from '../../../harness/table-values.ts';
import { banzhafExact } from '../../../methods/semivalue/banzhaf-exact.ts';
import { banzhafNormalised } from '../../../methods/semivalue/banzhaf-normalised.ts';
import { betaShapley } from '../../../methods/semivalue/beta-shapley.ts';
import { betaWeights } from '../../../methods/semivalue/beta-weights.ts';
import { firstIn } from '../../../methods/semivalue/first-in.ts';
import { leaveOneOut } from '../../../methods/semivalue/leave-one-out.ts';
import { answerOf } from '../on.ts';
import { creditOf, dualOf, glove, near, soug, tableGame, tableOf, tables } from './tables.ts';

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
const sizeOf = (mask: number) => mask.toString(2).replaceAll('0', '').length;

/** Σ_{S∌i} p_s (v(S∪i) − v(S)), marginal by marginal. */
const slowSemivalue = (values: readonly number[], weights: ArrayLike<number>) =>
  Array.from({ length: Math.log2(values.length) }, (_, agent) => {
    let sum = 0;
    for (let mask = 0; mask < values.length; mask++)
      if (((mask >> agent) & 1) === 0) sum += weights[sizeOf(mask)]! * (values[mask | (1 << agent)]! - values[mask]!);
    return sum;
  });

describe('a semivalue of a table', () => {
  it('is the weighted sum of marginals, under any weights', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(tables(6), weights, (values, drawn) => {
        const given = Float64Array.from(drawn.slice(0, Math.log2(values.length)));
        expect(near(semivalueOfTable(Float64Array.from(values), given), slowSemivalue(values, given))).toBe(true);
      }),
    );
  });

  it('needs one weight per agent', () => {
    expect(() => semivalueOfTable(new Float64Array(8), new Float64Array(2))).toThrow('2 weights for 3 agents');
  });

  it.each([1, 2, 5, 12, 24])('has Beta weights that sum to 1 over the coalitions of %i agents', (agents) => {
    for (const [alpha, beta] of [
      [1, 1],
      [4, 1],
      [1, 4],
      [16, 1],
      [0.5, 2.5],
      [1e-6, 1e6],
    ] as const) {
      const weights = betaWeights(agents, alpha, beta);
      const sum = weights.reduce((total, weight, size) => total + weight * choose(agents - 1, size), 0);
      expect(sum).toBeCloseTo(1, 12);
    }
    expect(near(betaWeights(agents, 1, 1), [...shapleyWeights(agents)])).toBe(true);
  });

  it('has Beta weights B(s + β, n − 1 − s + α) / B(α, β)', () => {
    const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
    const beta = (a: number, b: number) => (factorial(a - 1) * factorial(b - 1)) / factorial(a + b - 1);
    const expected = [0, 1, 2, 3, 4].map((size) => beta(size + 3, 4 - size + 2) / beta(2, 3));
    expect(near(betaWeights(5, 2, 3), expected, 14)).toBe(true);
  });
});

describe('banzhaf-exact', () => {
  it.each([
    ['3u₀₁ + 2u₁₂₃ − u₀₃ + u₂', soug, [1, 2, 3 / 2, 0]],
    ['a glove for two', glove, [3 / 4, 1 / 4, 1 / 4]],
    ['parity of three', tableOf(3, ({ length }) => length % 2), [0, 0, 0]],
  ])('of %s is published', async (_name, values, expected) => {
    expect(near(await creditOf(banzhafExact, values), expected)).toBe(true);
  });

  it('is its own dual, and what stands in the truth, for 2^n calls', async () => {
    await fc.assert(
      fc.asyncProperty(tables(5), async (values) => {
        const { credit, spent } = await answerOf(banzhafExact, tableGame(values));
        expect(near(credit.agents!, [...tableGame(values).truth().banzhaf!])).toBe(true);
        expect(near(credit.agents!, await creditOf(banzhafExact, dualOf(values)))).toBe(true);
        expect(spent.evaluations).toBe(values.length);
      }),
    );
  });
});

describe('banzhaf-normalised', () => {
  it('is the Banzhaf value times one number, and sums to v(N) − v(∅), wherever Σβ is not 0', async () => {
    let undefinedOnes = 0;
    await fc.assert(
      fc.asyncProperty(tables(4), async (values) => {
        const banzhaf = await creditOf(banzhafExact, values);
        const sum = banzhaf.reduce((a, b) => a + b, 0);
        const total = values.at(-1)! - values[0]!;
        if (Math.abs(sum) > 1e-9) {
          const scaled = banzhaf.map((value) => (value * total) / sum);
          expect(near(await creditOf(banzhafNormalised, values), scaled, 9)).toBe(true);
          expect(scaled.reduce((a, b) => a + b, 0)).toBeCloseTo(total, 9);
          return;
        }
        undefinedOnes++;
        await expect(creditOf(banzhafNormalised, values)).rejects.toThrow('the Banzhaf values sum to 0');
      }),
      { numRuns: 300 },
    );
    expect(undefinedOnes).toBeGreaterThan(0);
  });

  it('of [39; 7⁵, 1¹⁰] is the published 106/635 and 21/1270', async () => {
    const values = Array.from({ length: 2 ** 15 }, (_, mask) => {
      const permanent = sizeOf(mask & 31);
      return Number(7 * permanent + sizeOf(mask >> 5) >= 39);
    });
    const game = { ...tableGame([0, 1]), episode: council, open: () => ({ worth: worthIn(values) }) };
    const { credit } = await answerOf(banzhafNormalised, game);
    const expected = [...new Array<number>(5).fill(106 / 635), ...new Array<number>(10).fill(21 / 1270)];
    expect(near(credit.agents!, expected)).toBe(true);
  });

  it('leaves the range of the marginals, and turns signs over where Σβ and v(N) − v(∅) differ in sign', async () => {
    expect(near(await creditOf(banzhafNormalised, [0, 0, 2, 0, 1, 0, 1, 1]), [-3, 3, 1])).toBe(true);
    const pairsWork = tableOf(3, ({ length }) => [0, 0, 2, -1][length]!);
    expect(near(await creditOf(banzhafExact, pairsWork), [1 / 4, 1 / 4, 1 / 4])).toBe(true);
    expect(near(await creditOf(banzhafNormalised, pairsWork), [-1 / 3, -1 / 3, -1 / 3])).toBe(true);
  });

  it('fails where rounding alone could keep Σβ off 0', async () => {
    const parity = tableOf(5, ({ length }) => (length % 2) * 0.1 + length * 1e-17);
    await expect(creditOf(banzhafNormalised, parity)).rejects.toThrow('cannot be rescaled to v(N) − v(∅)');
  });
});

const council = {
  agents: Array.from({ length: 15 }, (_, i) => ({ id: `m${i}`, role: 'member' })),
  problem: '',
  messages: [],
  outcome: 1,
  range: [0, 1],
} as const;
const worthIn =
  (values: readonly number[]) =>
  async ({ words }: { readonly words: Uint32Array }) =>
    Float64Array.from(words, (mask) => values[mask]!);

describe('beta-shapley', () => {
  it.each([
    ['alpha=1,beta=1', [1, 13 / 6, 5 / 3, 1 / 6]],
    ['alpha=4,beta=1', [2 / 5, 11 / 15, 17 / 15, -1 / 15]],
    ['alpha=1,beta=4', [8 / 5, 56 / 15, 7 / 3, 8 / 15]],
    ['', [2 / 5, 11 / 15, 17 / 15, -1 / 15]],
  ])('of 3u₀₁ + 2u₁₂₃ − u₀₃ + u₂ is published: %s', async (options, expected) => {
    expect(near(await creditOf(betaShapley, soug, options), expected)).toBe(true);
  });

  it('is Shapley’s at (1, 1), and at (β, α) what its dual is at (α, β)', async () => {
    await fc.assert(
      fc.asyncProperty(tables(5), async (values) => {
        const shapley = [...shapleyOfTable(Float64Array.from(values))];
        expect(near(await creditOf(betaShapley, values, 'alpha=1,beta=1'), shapley)).toBe(true);
        const mirrored = await creditOf(betaShapley, dualOf(values), 'alpha=5,beta=0.5');
        expect(near(await creditOf(betaShapley, values, 'alpha=0.5,beta=5'), mirrored)).toBe(true);
      }),
    );
  });

  it.each(['alpha=0', 'beta=-1', 'alpha=1e7', 'alpha=x'])('takes no %s', async (options) => {
    await expect(creditOf(betaShapley, soug, options)).rejects.toThrow(/beta-shapley.*(alpha|beta)/);
  });
});

describe('first-in', () => {
  it('is v({i}) − v(∅), which is leave-one-out of the dual game', async () => {
    expect(await creditOf(firstIn, soug)).toEqual([0, 0, 1, 0]);
    await fc.assert(
      fc.asyncProperty(tables(5), async (values) => {
        const { credit, spent } = await answerOf(firstIn, tableGame(values));
        expect(near(credit.agents!, await creditOf(leaveOneOut, dualOf(values)))).toBe(true);
        const agents = Math.log2(values.length);
        expect(spent.evaluations).toBe(agents === 1 ? 2 : agents + 2);
      }),
    );
  });
});

describe('at a budget below what they need', () => {
  it.each([
    [banzhafExact, 7, 8],
    [banzhafNormalised, 7, 8],
    [betaShapley, 7, 8],
    [firstIn, 4, 5],
  ])('they refuse: %#', async (method, budget, needed) => {
    const game = tableGame([0, 1, 2, 4, 0, 1, 2, 5]);
    await expect(answerOf(method, game, { budget })).rejects.toThrow(
      `skipped: needs at least ${needed} evaluator calls; the budget is ${budget}`,
    );
    expect((await answerOf(method, game, { budget: needed })).spent.evaluations).toBe(needed);
  });
});
