import type { FirstError, Truth } from '../../harness/contract.ts';
import { once } from '../../harness/once.ts';
import { banzhafOfTable, removalOfTable, shapleyOfTable } from '../../harness/table-values.ts';
import type { Tree } from './tree.ts';
import { presenceGame, realisedGame, valuesOf } from './values.ts';

/** What is true of the team on its problem, whatever was said. Computed once, on first use. */
export type TeamTruth = {
  /** V(h) of every context. */
  values(): Float64Array[];
  /** v(S) by bit mask; undefined where no null is declared. */
  presence(): Float64Array | undefined;
  /** Shapley, Banzhaf and removal of the presence game. */
  agents(): Pick<Truth, 'shapley' | 'banzhaf' | 'removal'>;
};

export function teamTruth(tree: Tree): TeamTruth {
  const values = once(() => valuesOf(tree));
  const presence = once(() => presenceGame(tree));
  const agents = once(() => {
    const game = presence();
    if (game === undefined) return {};
    return { shapley: shapleyOfTable(game), banzhaf: banzhafOfTable(game), removal: removalOfTable(game) };
  });
  return { values, presence, agents };
}

/** V(h₁) … V(h_T), s(τ) along a path of edges. */
export function valuesAlong(team: TeamTruth, path: readonly number[]): Float64Array {
  return Float64Array.from(team.values(), (layer, step) => layer[step === 0 ? 0 : path[step - 1]!]!);
}

/** A(h_t, m_t) = V(h_{t+1}) − V(h_t) per message (estimand E3). */
export function advantagesAlong(team: TeamTruth, path: readonly number[]): Float64Array {
  const along = valuesAlong(team, path);
  return Float64Array.from(path, (_, step) => along[step + 1]! - along[step]!);
}

/**
 * The first message of the path that the world declares an error, if the outcome is below the threshold (estimand E5,
 * protocol `adjusted`: later agents would make a repair succeed, so the earliest error is decisive); undefined without declared errors.
 */
export function firstErrorAlong(
  { world, layers }: Tree,
  path: readonly number[],
  outcome: number,
): FirstError | undefined {
  if (!world.declaresErrors) return undefined;
  if (outcome >= world.threshold) return { step: null, reason: 'none' };
  const step = path.findIndex((edge, place) => layers[place]!.said[edge]!.isWrong === true);
  return step < 0 ? { step: null, reason: 'undetermined' } : { step, agent: layers[step]!.agent };
}

/** Everything that is true of one transcript of the team. */
export function truthAlong(tree: Tree, team: TeamTruth, path: readonly number[], outcome: number): Truth {
  const realised = realisedGame(tree, path);
  const firstError = firstErrorAlong(tree, path, outcome);
  return {
    ...team.agents(),
    ...(realised === undefined ? {} : { realised: shapleyOfTable(realised) }),
    advantage: advantagesAlong(team, path),
    ...(firstError === undefined ? {} : { 'first-error': firstError }),
  };
}
