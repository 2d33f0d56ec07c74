import fc from 'fast-check';
import type { AnyMethod } from '../../../harness/define.ts';
import { answerOf, gameOf } from '../on.ts';

/** Tables of 1 to `most` agents with whole worths. */
export const tables = (most: number, least = 1) =>
  fc.integer({ min: least, max: most }).chain((agents) => {
    return fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2 ** agents, maxLength: 2 ** agents });
  });

export const names = ['a', 'b', 'c', 'd', 'e', 'f'];
export const tableGame = (values: readonly number[]) =>
  gameOf({ agents: names.slice(0, Math.log2(values.length)), form: 'table', values });

/** v(S) by bit mask of a rule on the list of members. */
export const tableOf = (agents: number, worth: (members: readonly number[]) => number): number[] =>
  Array.from({ length: 2 ** agents }, (_, mask) => worth(names.flatMap((_, i) => ((mask >> i) & 1 ? [i] : []))));

/** 3u₀₁ + 2u₁₂₃ − u₀₃ + u₂. */
export const soug = tableOf(4, (members) => {
  const has = (...all: number[]) => Number(all.every((agent) => members.includes(agent)));
  return 3 * has(0, 1) + 2 * has(1, 2, 3) - has(0, 3) + has(2);
});
export const majority = tableOf(3, ({ length }) => Number(length >= 2));
export const or = tableOf(3, ({ length }) => Number(length >= 1));
export const and = tableOf(3, ({ length }) => Number(length === 3));
export const glove = tableOf(3, (members) =>
  Math.min(Number(members.includes(0)), members.filter((i) => i > 0).length),
);
export const voting = tableOf(4, (members) => {
  return Number(members.reduce((weight, i) => weight + [3, 2, 2, 1][i]!, 0) >= 5);
});

/** v*(S) = v(N) − v(N∖S). */
export const dualOf = (values: readonly number[]): number[] =>
  values.map((_, mask) => values.at(-1)! - values[values.length - 1 - mask]!);

export const creditOf = async (method: AnyMethod, values: readonly number[], options = ''): Promise<number[]> => {
  const { credit } = await answerOf(method, tableGame(values), { options });
  return [...credit.agents!];
};

/** Every order of `agents` agents. */
export function ordersOf(agents: number): number[][] {
  if (agents === 0) return [[]];
  return ordersOf(agents - 1).flatMap((order) =>
    Array.from({ length: agents }, (_, place) => order.toSpliced(place, 0, agents - 1)),
  );
}

/** The mean marginal contribution over `orders`. */
export function meanMarginals(values: readonly number[], orders: readonly (readonly number[])[]): number[] {
  const sums = new Array<number>(Math.log2(values.length)).fill(0);
  for (const order of orders) {
    let before = 0;
    for (const agent of order) {
      const after = before | (1 << agent);
      sums[agent]! += values[after]! - values[before]!;
      before = after;
    }
  }
  return sums.map((sum) => sum / orders.length);
}

/** m(T) by the alternating sum over the parts of T. */
export function slowMobius(values: readonly number[]): number[] {
  const size = (mask: number) => mask.toString(2).replaceAll('0', '').length;
  return values.map((_, set) => {
    let sum = 0;
    for (let part = 0; part < values.length; part++)
      if ((part & ~set) === 0) sum += (-1) ** (size(set) - size(part)) * values[part]!;
    return sum;
  });
}

export function near(found: ArrayLike<number>, expected: readonly number[], digits = 12): boolean {
  if (found.length !== expected.length) return false;
  const scale = Math.max(1, ...expected.map(Math.abs));
  return expected.every((value, agent) => Math.abs(found[agent]! - value) <= scale * 10 ** -digits);
}
