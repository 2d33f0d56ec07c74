import type { FirstError, NumericEstimand, Truth } from '../../harness/contract.ts';
import { once } from '../../harness/once.ts';
import { banzhafOfTable, removalOfTable, shapleyOfTable } from '../../harness/table-values.ts';
import { contextAt } from './path.ts';
import { presenceGame, realisedGame, tooManyCoalitions } from './team-game.ts';
import type { Tree } from './tree.ts';
import { valuesOf } from './values.ts';

/** What is true of the team on its problem, whatever was said. Computed on first use, and once. */
export type TeamTruth = {
  readonly knows: readonly NumericEstimand[];
  /** V(h₁) … V(h_T), s(τ) along a path of edges, as far as it goes; `errors`: standard errors, where values are sampled. */
  along(path: readonly number[]): { readonly values: Float64Array; readonly errors?: Float64Array };
  /** Shapley, Banzhaf and removal of the presence game; nothing where its coalitions are too many to enumerate. */
  agents(): Known<'shapley' | 'banzhaf' | 'removal'>;
  /** v(∅) and v(N) of the presence game, where agents are known. */
  worth(): { readonly empty: number; readonly grand: number } | undefined;
  /** The Shapley value of the realised-action game of a path; nothing where menus differ or coalitions are too many. */
  realised(path: readonly number[]): Known<'realised'>;
};
type Known<E extends NumericEstimand> = { readonly [Each in E]?: Float64Array } & Pick<Truth, 'standardErrors'>;

/** The truth of a team whose tree is whole. */
export type ExactTeamTruth = TeamTruth & {
  /** V(h) of every context, layer by layer. */
  values(): Float64Array[];
  /** v(S) by bit mask; undefined where no null is declared. @throws CreditbenchError `too-large` */
  presence(): Float64Array | undefined;
};

export function teamTruth(tree: Tree): ExactTeamTruth {
  const isSmall = tooManyCoalitions(tree) === undefined;
  const values = once(() => valuesOf(tree));
  const presence = once(() => presenceGame(tree));
  const agents = once(() => {
    const game = isSmall ? presence() : undefined;
    return game === undefined ? {} : agentValues(game);
  });
  const hasNull = tree.layers.every(({ absent }) => absent !== undefined);
  return {
    knows: [
      ...(isSmall && hasNull ? (['shapley', 'banzhaf', 'removal'] as const) : []),
      ...(isSmall && tree.hasFixedMenus ? (['realised'] as const) : []),
      'advantage',
    ],
    values,
    presence,
    agents,
    worth() {
      const game = isSmall ? presence() : undefined;
      return game && { empty: game[0]!, grand: game.at(-1)! };
    },
    along: (path) => ({
      values: Float64Array.from(
        { length: path.length + 1 },
        (_, step) => values()[step]![contextAt(tree, path, step)]!,
      ),
    }),
    realised(path) {
      const game = isSmall ? realisedGame(tree, path) : undefined;
      return game === undefined ? {} : { realised: shapleyOfTable(game) };
    },
  };
}

/** Shapley, Banzhaf and removal values of v(S) by bit mask. */
export function agentValues(game: Float64Array) {
  return { shapley: shapleyOfTable(game), banzhaf: banzhafOfTable(game), removal: removalOfTable(game) };
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

/** Everything that is true of one transcript of the team; an advantage is A(h_t, m_t) = V(h_{t+1}) − V(h_t) (estimand E3). */
export function truthAlong(tree: Tree, team: TeamTruth, path: readonly number[], outcome: number): Truth {
  const { values, errors } = team.along(path);
  const { standardErrors: ofAgents, ...agents } = team.agents();
  const firstError = firstErrorAlong(tree, path, outcome);
  return {
    ...agents,
    ...team.realised(path),
    advantage: Float64Array.from(path, (_, step) => values[step + 1]! - values[step]!),
    ...(firstError === undefined ? {} : { 'first-error': firstError }),
    ...(errors === undefined ? {} : { standardErrors: { ...ofAgents, advantage: ofDifferences(errors) } }),
  };
}

/** Standard errors of the differences of neighbours that were sampled independently. */
function ofDifferences(errors: Float64Array): Float64Array {
  return Float64Array.from({ length: errors.length - 1 }, (_, step) => Math.hypot(errors[step]!, errors[step + 1]!));
}
