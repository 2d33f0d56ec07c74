import { coalitionsOf } from '../harness/coalitions.ts';
import type { FirstError, Origin } from '../harness/contract.ts';
import type { Game } from './games/game.ts';
import { openTeam } from './teams/open-team.ts';
import { pathOf, scoreOf } from './teams/path.ts';
import { tooManyCoalitions } from './teams/team-game.ts';
import { firstErrorAlong, truthAlong } from './teams/truth.ts';
import type { World } from './teams/world.ts';

/** Credit per agent (or message), its sum, where it comes from, and its standard errors where it is sampled. */
export type ExactCredit = {
  readonly credit: readonly number[];
  readonly total: number;
  readonly origin: Origin;
  readonly standardErrors?: readonly number[];
};

/** Why no step is blamed: the episode succeeded, it failed without a declared error, or its outcome is a coin flip. */
export type BlameReason = 'none' | 'undetermined' | 'chance';

/** Everything exact about a file's game or team; fields as `creditbench truth --json` prints them. */
export type ExactTruth = {
  readonly kind: 'game' | 'team';
  readonly agents: readonly string[];
  readonly worth?: { readonly empty: number; readonly grand: number };
  readonly messages?: readonly string[];
  /** Why nothing is said about agents although they have a null. */
  readonly unknown?: string;
  readonly estimands: {
    readonly shapley?: ExactCredit;
    readonly banzhaf?: ExactCredit;
    readonly removal?: ExactCredit;
    readonly realised?: ExactCredit;
    readonly advantage?: ExactCredit & { readonly values: readonly number[]; readonly outcome: number };
    readonly 'first-error'?:
      | { readonly step: number; readonly agent: string }
      | { readonly step: null; readonly agent: null; readonly reason: BlameReason };
  };
};

export function truthOfGame(game: Game): ExactTruth {
  const values = { shapley: game.shapley(), banzhaf: game.banzhaf(), removal: game.removal() };
  const [empty, grand] = game.worth(coalitionsOf(game.agents.length, [[], game.agents.keys()]));
  return {
    kind: 'game',
    agents: game.agents,
    worth: { empty: empty!, grand: grand! },
    estimands: {
      shapley: exact(values.shapley, game.origin),
      banzhaf: exact(values.banzhaf, game.origin),
      removal: exact(values.removal, game.origin),
    },
  };
}

/** @param messages the ids that were said, one per step, where the truth of one transcript is wanted too. @param file names the draws of a sampled truth */
export function truthOfTeam(world: World, messages: readonly string[] | undefined, file: string): ExactTruth {
  const { tree, team } = openTeam(world, file);
  const { standardErrors = {}, ...agents } = team.agents();
  const worth = team.worth();
  const perAgent = (estimand: 'shapley' | 'banzhaf' | 'removal') => {
    const credit = agents[estimand];
    return credit === undefined ? {} : { [estimand]: known(credit, standardErrors[estimand]) };
  };
  const unknown = tree.isWhole ? tooManyCoalitions(tree) : undefined;
  const base: ExactTruth = {
    kind: 'team',
    agents: world.agents.map(({ id }) => id),
    ...(worth === undefined ? {} : { worth }),
    ...(unknown === undefined ? {} : { unknown }),
    estimands: { ...perAgent('shapley'), ...perAgent('banzhaf'), ...perAgent('removal') },
  };
  if (messages === undefined) return base;
  const path = pathOf(tree, messages);
  const outcome = scoreOf(tree, path);
  const { realised, advantage, standardErrors: errors } = truthAlong(tree, team, path, outcome);
  const firstError = firstErrorAlong(tree, path, outcome);
  const isChance = world.noise === 'bernoulli' && outcome > world.range[0] && outcome < world.range[1];
  return {
    ...base,
    messages,
    estimands: {
      ...base.estimands,
      ...(realised === undefined ? {} : { realised: known(realised, undefined) }),
      advantage: {
        ...known(advantage!, errors?.advantage),
        values: [...team.along(path).values.subarray(0, path.length)],
        outcome,
      },
      ...(firstError === undefined
        ? {}
        : {
            'first-error':
              firstError.step === null || isChance
                ? { step: null, agent: null, reason: reasonOf(firstError, isChance) }
                : { step: firstError.step, agent: world.agents[firstError.agent]!.id },
          }),
    },
  };
}

/** Whether there is something to blame is not known of a transcript whose evaluator may still flip either way. */
function reasonOf(firstError: FirstError, isChance: boolean): BlameReason {
  if (isChance) return 'chance';
  return firstError.step === null ? firstError.reason : 'undetermined';
}

function exact(credit: Float64Array, origin: Origin): ExactCredit {
  return { credit: [...credit], total: credit.reduce((sum, value) => sum + value, 0), origin };
}

function known(credit: Float64Array, standardErrors: Float64Array | undefined): ExactCredit {
  if (standardErrors === undefined) return exact(credit, 'enumerated');
  return { ...exact(credit, 'sampled'), standardErrors: [...standardErrors] };
}
