import type { Law } from '../contract.ts';

/** A random game seen from above: its table, and what the method answers on it or on another table. */
export type Trial = {
  /** v(S) by bit mask. */
  readonly values: Float64Array;
  readonly agents: number;
  credit(): Promise<Answered>;
  creditOf(values: Float64Array): Promise<Answered>;
};

/** Credit per agent, and how far each may be off: 0 for one answer, a multiple of the standard error for a mean of many. */
export type Answered = { readonly credit: Float64Array; readonly slack: Float64Array };

/** What a law finds wrong with the credit of a game, in one sentence; undefined where it holds. */
export type GameLaw = (trial: Trial) => Promise<string | undefined>;

const tolerance = 1e-9;

/** Definitions: estimands.md §5. */
export const gameLaws: Partial<Record<Law, GameLaw>> = {
  async efficiency({ values, credit }) {
    const given = await credit();
    const sum = sumOf(given.credit);
    const total = values.at(-1)! - values[0]!;
    return differs(sum, total, sumOf(given.slack))
      ? `credits sum to ${text(sum)}; v(N) − v(∅) is ${text(total)}`
      : undefined;
  },

  async symmetry({ values, agents, credit }) {
    const { credit: given, slack } = await credit();
    for (let i = 0; i < agents; i++)
      for (let j = i + 1; j < agents; j++)
        if (areTwins(values, i, j) && differs(given[i]!, given[j]!, slack[i]! + slack[j]!))
          return `agents ${i} and ${j} are interchangeable and get ${text(given[i]!)} and ${text(given[j]!)}`;
    return undefined;
  },

  async 'null-player'({ values, agents, credit }) {
    const { credit: given, slack } = await credit();
    for (let agent = 0; agent < agents; agent++) {
      const { least, most } = marginals(values, agent);
      if (least === 0 && most === 0 && differs(given[agent]!, 0, slack[agent]!))
        return `agent ${agent} changes nothing and gets ${text(given[agent]!)}`;
    }
    return undefined;
  },

  async linearity({ values, agents, credit, creditOf }) {
    const other = Float64Array.from(values, (_, mask) => (mask % 3) - (mask % 2));
    const [ofValues, ofOther] = [await credit(), await creditOf(other)];
    const ofBoth = await creditOf(values.map((value, mask) => 2 * value + 3 * other[mask]!));
    for (let agent = 0; agent < agents; agent++) {
      const value = ofBoth.credit[agent]!;
      const expected = 2 * ofValues.credit[agent]! + 3 * ofOther.credit[agent]!;
      const slack = ofBoth.slack[agent]! + 2 * ofValues.slack[agent]! + 3 * ofOther.slack[agent]!;
      if (differs(value, expected, slack))
        return `agent ${agent} gets ${text(value)} from 2v + 3w, w = [${other}], and ${text(expected)} from its parts`;
    }
    return undefined;
  },

  async boundedness({ values, agents, credit }) {
    const { credit: given, slack } = await credit();
    for (let agent = 0; agent < agents; agent++) {
      const { least, most } = marginals(values, agent);
      const value = given[agent]!;
      if (
        (value < least && differs(value, least, slack[agent]!)) ||
        (value > most && differs(value, most, slack[agent]!))
      )
        return `agent ${agent} gets ${text(value)}; its marginal contributions lie in [${text(least)}, ${text(most)}]`;
    }
    return undefined;
  },

  async sign({ values, agents, credit }) {
    const { credit: given, slack } = await credit();
    for (let agent = 0; agent < agents; agent++) {
      const { least, most } = marginals(values, agent);
      const value = given[agent]!;
      if (least >= 0 && value < 0 && differs(value, 0, slack[agent]!))
        return `agent ${agent} never harms and gets ${text(value)}`;
      if (most <= 0 && value > 0 && differs(value, 0, slack[agent]!))
        return `agent ${agent} never helps and gets ${text(value)}`;
    }
    return undefined;
  },
};

/** |a − b| beyond `slack` and 10⁻⁹ of their size, or of 1. */
export function differs(a: number, b: number, slack = 0): boolean {
  return Math.abs(a - b) > slack + tolerance * Math.max(1, Math.abs(a), Math.abs(b));
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

export function text(value: number): string {
  return String(Number(value.toPrecision(6)));
}

function marginals(values: Float64Array, agent: number): { least: number; most: number } {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let mask = 0; mask < values.length; mask++) {
    if (mask & (1 << agent)) continue;
    const marginal = values[mask | (1 << agent)]! - values[mask]!;
    least = Math.min(least, marginal);
    most = Math.max(most, marginal);
  }
  return { least, most };
}

function areTwins(values: Float64Array, i: number, j: number): boolean {
  const pair = (1 << i) | (1 << j);
  return values.every((_, mask) => (mask & pair) !== 0 || values[mask | (1 << i)] === values[mask | (1 << j)]);
}
