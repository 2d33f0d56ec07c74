import { once } from '../../harness/once.ts';
import { type BareGame, closedForm, enumerated, type Game } from './game.ts';
import { memberSums } from './member-sums.ts';
import { banzhafOfSwings, type Swings, shapleyOfSwings } from './swings.ts';
import { weightSwings } from './weight-swings.ts';

/** The largest table of coalition counts by size and weight, in entries. */
const countLimit = 2 ** 22;

/**
 * A game whose worth depends on the weight of the coalition alone: counted by size and weight where all is integer, else enumerated.
 * @param weights one per agent, not negative @param worthOf monotone @throws CreditbenchError `too-large` where neither can be done.
 */
export function weightGame(
  agents: readonly string[],
  weights: readonly number[],
  worthOf: (weight: number) => number,
  file: string,
): Game {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const bare: BareGame = {
    agents,
    range: [worthOf(0), worthOf(total)],
    worth: (coalitions) => memberSums(coalitions, weights).map((weight) => worthOf(weight)),
  };
  const isInteger = [...weights, total, worthOf(total)].every(Number.isSafeInteger);
  const unit = isInteger ? weights.reduce(commonDivisor, 0) || 1 : 1;
  const largest = Math.floor(countLimit / agents.length);
  if (!isInteger || total / unit > largest) return enumerated(bare, file, `integers that add up to at most ${largest}`);

  const scaled = weights.map((weight) => weight / unit);
  const swings = once(() => weightSwings(scaled, (weight) => worthOf(weight * unit)));
  const credit = (average: (swings: Swings) => number) => {
    const values = new Map([...swings()].map(([weight, counted]) => [weight, average(counted)]));
    return Float64Array.from(scaled, (weight) => values.get(weight)!);
  };
  return closedForm(bare, { shapley: () => credit(shapleyOfSwings), banzhaf: () => credit(banzhafOfSwings) });
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
