import { type Coalitions, coalitionsOf } from '../../harness/coalitions.ts';
import { closedForm, type Game } from './game.ts';

/** c_T · 1[T ⊆ S]: `members` are indices of agents; one listed twice counts once. */
export type Term = { readonly members: readonly number[]; readonly coefficient: number };

/** v(S) = constant + Σ_T c_T 1[T ⊆ S]. Each term shares c_T among its members, equally (Shapley) or 2^{1−|T|} each (Banzhaf). */
export function unanimitySum(agents: readonly string[], terms: readonly Term[], constant = 0): Game {
  const teams = terms.map(({ members }) => [...new Set(members)]);
  const sets = coalitionsOf(agents.length, teams);
  const credit = (divisor: (size: number) => number) => {
    const credits = new Float64Array(agents.length);
    teams.forEach((team, term) => {
      for (const member of team) credits[member]! += terms[term]!.coefficient / divisor(team.length);
    });
    return credits;
  };
  const bound = (sign: number) =>
    terms.reduce((sum, { coefficient }) => (coefficient * sign > 0 ? sum + coefficient : sum), constant);
  return closedForm(
    {
      agents,
      range: [bound(-1), bound(1)],
      worth: (coalitions) => {
        const worths = new Float64Array(coalitions.count).fill(constant);
        for (let row = 0; row < coalitions.count; row++)
          for (let term = 0; term < terms.length; term++)
            if (holds(coalitions, row, sets, term)) worths[row]! += terms[term]!.coefficient;
        return worths;
      },
    },
    {
      shapley: () => credit((size) => size),
      banzhaf: () => credit((size) => 2 ** (size - 1)),
      removal: () => credit(() => 1),
    },
  );
}

/** Whether row `row` holds every member of row `set` of `sets`. */
function holds({ width, words }: Coalitions, row: number, sets: Coalitions, set: number): boolean {
  for (let word = 0; word < width; word++)
    if ((sets.words[set * width + word]! & ~words[row * width + word]!) !== 0) return false;
  return true;
}
