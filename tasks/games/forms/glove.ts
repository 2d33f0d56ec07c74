import { z } from 'zod';
import { binomials } from '../binomials.ts';
import { agentIndex, checkDistinct } from '../check-agents.ts';
import { formSchema, type Spec } from '../form-schema.ts';
import { closedForm, type Game } from '../game.ts';
import { memberSums } from '../member-sums.ts';
import { banzhafOfSwings, type Swings, shapleyOfSwings } from '../swings.ts';

/** `left`, `right`: names of the agents who own a glove of that hand. */
export const gloveSchema = formSchema('glove', { left: z.array(z.string()), right: z.array(z.string()) });

/** v(S) = the pairs in S of an agent of `left` and one of `right`; an agent on neither side is a null player. Shapley & Shubik (1969). */
export function glove({ agents, left, right }: Spec<typeof gloveSchema>, file = 'game'): Game {
  const index = agentIndex(agents, file);
  const mentions = Object.entries({ left, right }).flatMap(([side, names]) =>
    names.map((name, position) => ({ name, path: [side, position] })),
  );
  for (const { name, path } of mentions) index(name, path);
  checkDistinct(mentions, file);

  const memberOf = (side: readonly string[]) => agents.map((name) => (side.includes(name) ? 1 : 0));
  const [isLeft, isRight] = [memberOf(left), memberOf(right)];
  const credit = (average: (swings: Swings) => number) => {
    const ofLeft = average(swingsOf(left.length, right.length));
    const ofRight = average(swingsOf(right.length, left.length));
    return Float64Array.from(agents, (_, agent) => isLeft[agent]! * ofLeft + isRight[agent]! * ofRight);
  };
  return closedForm(
    {
      agents,
      range: [0, Math.min(left.length, right.length)],
      worth: (coalitions) => {
        const rights = memberSums(coalitions, isRight);
        return memberSums(coalitions, isLeft).map((lefts, row) => Math.min(lefts, rights[row]!));
      },
    },
    { shapley: () => credit(shapleyOfSwings), banzhaf: () => credit(banzhafOfSwings) },
  );
}

/** An agent adds a pair to every coalition that holds fewer of its own side than of the other. */
function swingsOf(own: number, other: number): bigint[] {
  const [ofOwn, ofOther] = [binomials(own - 1), binomials(other)];
  const swings = new Array<bigint>(own + other).fill(0n);
  for (let mine = 0; mine < own; mine++)
    for (let theirs = mine + 1; theirs <= other; theirs++) swings[mine + theirs]! += ofOwn[mine]! * ofOther[theirs]!;
  return swings;
}
