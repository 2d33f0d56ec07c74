import { binomials } from './binomials.ts';
import { closedForm, type Game } from './game.ts';
import { memberSums } from './member-sums.ts';
import { banzhafOfSwings } from './swings.ts';

/** A game whose worth, 0 or 1, depends on the size of the coalition alone. */
export function symmetricGame(agents: readonly string[], worthOf: (size: number) => 0 | 1): Game {
  const count = agents.length;
  const each = (value: number) => new Float64Array(count).fill(value);
  const swings = () =>
    binomials(count - 1).map((coalitions, size) => coalitions * BigInt(worthOf(size + 1) - worthOf(size)));
  return closedForm(
    {
      agents,
      range: [0, 1],
      worth: (coalitions) => memberSums(coalitions, each(1)).map((size) => worthOf(size)),
    },
    {
      shapley: () => each((worthOf(count) - worthOf(0)) / count),
      banzhaf: () => each(banzhafOfSwings(swings())),
    },
  );
}
