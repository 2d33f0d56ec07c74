import { coalitionsOf } from '../harness/coalitions.ts';
import type { FirstError, Origin } from '../harness/contract.ts';
import type { Game } from './games/game.ts';
import { growTree, pathOf } from './teams/tree.ts';
import { firstErrorAlong, teamTruth, truthAlong, valuesAlong } from './teams/truth.ts';
import type { World } from './teams/world.ts';

/** Credit per agent (or message), its sum, and where it comes from. */
export type ExactCredit = { readonly credit: readonly number[]; readonly total: number; readonly origin: Origin };

/** Why no step is blamed: the episode succeeded, it failed without a declared error, or its outcome is a coin flip. */
export type BlameReason = 'none' | 'undetermined' | 'chance';

/** Everything exact about a file's game or team; fields as `creditbench truth --json` prints them. */
export type ExactTruth = {
  readonly kind: 'game' | 'team';
  readonly agents: readonly string[];
  readonly worth?: { readonly empty: number; readonly grand: number };
  readonly messages?: readonly string[];
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

/** @param messages the ids that were said, one per step, where the truth of one transcript is wanted too. */
export function truthOfTeam(world: World, messages: readonly string[] | undefined): ExactTruth {
  const tree = growTree(world);
  const team = teamTruth(tree);
  const { shapley, banzhaf, removal } = team.agents();
  const presence = team.presence();
  const base: ExactTruth = {
    kind: 'team',
    agents: world.agents.map(({ id }) => id),
    ...(presence === undefined ? {} : { worth: { empty: presence[0]!, grand: presence.at(-1)! } }),
    estimands: {
      ...(shapley === undefined ? {} : { shapley: exact(shapley, 'enumerated') }),
      ...(banzhaf === undefined ? {} : { banzhaf: exact(banzhaf, 'enumerated') }),
      ...(removal === undefined ? {} : { removal: exact(removal, 'enumerated') }),
    },
  };
  if (messages === undefined) return base;
  const path = pathOf(tree, messages);
  const outcome = tree.scores[path.at(-1)!]!;
  const { realised, advantage } = truthAlong(tree, team, path, outcome);
  const firstError = firstErrorAlong(tree, path, outcome);
  const isChance = world.noise === 'bernoulli' && outcome > world.range[0] && outcome < world.range[1];
  return {
    ...base,
    messages,
    estimands: {
      ...base.estimands,
      ...(realised === undefined ? {} : { realised: exact(realised, 'enumerated') }),
      advantage: {
        ...exact(advantage!, 'enumerated'),
        values: [...valuesAlong(team, path).subarray(0, path.length)],
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
