import { allCoalitions, type Coalitions, coalitionsOf } from '../../harness/coalitions.ts';
import type { Origin } from '../../harness/contract.ts';
import { CreditbenchError } from '../../harness/errors.ts';
import { once } from '../../harness/once.ts';
import { banzhafOfTable, removalOfTable, shapleyOfTable } from '../../harness/table-values.ts';

/** A cooperative game with its exact values, one number per agent. */
export type Game = {
  readonly agents: readonly string[];
  /** Bounds of v. */
  readonly range: readonly [low: number, high: number];
  /** Of the values. */
  readonly origin: Origin;
  /** v(S) per row. */
  worth(coalitions: Coalitions): Float64Array;
  shapley(): Float64Array;
  banzhaf(): Float64Array;
  removal(): Float64Array;
};

/** A game of which only v is known yet. */
export type BareGame = Pick<Game, 'agents' | 'range' | 'worth'>;

/** The most agents whose 2ⁿ coalitions are enumerated: 16,777,216 of them. */
export const enumerableAgents = 24;

/** A bare game with values from all 2ⁿ coalitions. @throws CreditbenchError `too-large` above 24 agents, naming `file` and `remedy`. */
export function enumerated(game: BareGame, file: string, remedy: string): Game {
  const count = game.agents.length;
  if (count > enumerableAgents)
    throw new CreditbenchError(
      'too-large',
      `${file}: agents: ${count} need 2^${count} worths; expected at most ${enumerableAgents}, or ${remedy}`,
    );
  const values = once(() => {
    const table = game.worth(allCoalitions(count));
    return { shapley: shapleyOfTable(table), banzhaf: banzhafOfTable(table), removal: removalOfTable(table) };
  });
  return {
    ...game,
    origin: 'enumerated',
    shapley: () => values().shapley,
    banzhaf: () => values().banzhaf,
    removal: () => values().removal,
  };
}

/** A bare game with values in closed form; leave-one-out, where no formula is given, is v(N) − v(N∖i) from n + 1 worths. */
export function closedForm(
  game: BareGame,
  values: Pick<Game, 'shapley' | 'banzhaf'> & Partial<Pick<Game, 'removal'>>,
): Game {
  return { ...game, origin: 'closed-form', removal: () => leaveOneOut(game), ...values };
}

function leaveOneOut({ agents, worth }: BareGame): Float64Array {
  const everyone = agents.map((_, agent) => agent);
  const worths = worth(
    coalitionsOf(agents.length, [everyone, ...everyone.map((agent) => everyone.toSpliced(agent, 1))]),
  );
  return worths.subarray(1).map((without) => worths[0]! - without);
}
