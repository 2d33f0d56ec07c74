import { badFile } from '../../harness/files.ts';
import { type RuleAutomaton, type RuleList, ruleAutomaton } from './rule-list.ts';
import { ruleStates } from './rule-states.ts';
import { idsOf, type TeamFile, textOf } from './team-file.ts';
import { perfectJudge, type Utterance, type World } from './world.ts';

/** The world that a checked team file describes; its rules say which contexts are equal. */
export function worldOfFile(team: TeamFile, file: string): World {
  const { agents, steps, range } = team;
  const menus = steps.map(idsOf);
  const lists = listsOf(team).map((list) => ruleAutomaton(list, menus));
  const outcomes = lists.length - 1;
  const states = ruleStates(
    lists,
    menus.map(({ length }) => length),
  );
  const menuOf = menusOf(team, lists);

  /** Where every list stands after a transcript. */
  const placesAfter = (said: readonly Utterance[]) =>
    lists.map(({ next, length }) =>
      said.slice(0, length).reduce((place, { id }, step) => {
        const table = next[step];
        return table === undefined ? place : table[place * menus[step]!.length + menus[step]!.indexOf(id)]!;
      }, 0),
    );
  const refuse = (said: readonly Utterance[], path: readonly PropertyKey[]): never => {
    const ids = JSON.stringify(said.map(({ id }) => id));
    throw badFile(file, path, `no rule matches ${ids}; a last rule without "when" would match all`);
  };

  return {
    agents: agents.map((id) => ({ id, role: id })),
    problem: team.problem ?? '',
    range,
    threshold: team.threshold ?? range[1],
    noise: team.noise ?? 'none',
    null: steps.every(({ absent }) => absent !== undefined) ? (team.null ?? 'declared') : 'none',
    declaresErrors: team.errors !== undefined,
    judge: team.judge ?? perfectJudge,
    ...(team.critic === undefined ? {} : { critic: team.critic }),
    ...(team.truth === undefined ? {} : { truthDraws: team.truth.draws }),
    authors: steps.map(({ agent }) => agents.indexOf(agent)),
    menu(step, said) {
      const places = placesAfter(said).slice(3 * step, 3 * step + 3);
      const found = menuOf(step, places);
      return typeof found === 'string' ? refuse(said, ['steps', step, found]) : found;
    },
    score(said) {
      const [rule] = lists[outcomes]!.rules[placesAfter(said)[outcomes]!]!;
      return rule === undefined ? refuse(said, ['outcome']) : team.outcome[rule]!.score;
    },
    ...(states === undefined
      ? {
          state: (said) =>
            placesAfter(said)
              .filter((_, list) => lists[list]!.length >= said.length)
              .join(),
        }
      : {
          automaton: {
            after: states.after,
            menu(step, state) {
              const places = [0, 1, 2].map((kind) => states.placeIn(state, 3 * step + kind));
              const found = menuOf(step, places);
              return typeof found === 'string' ? undefined : found;
            },
            score(state) {
              const [rule] = lists[outcomes]!.rules[states.placeIn(state, outcomes)]!;
              return rule === undefined ? undefined : team.outcome[rule]!.score;
            },
          },
        }),
  };
}

/** What is said, what the null says and what counts as an error, step by step; last, the outcome. */
function listsOf({ steps, errors = [], outcome }: TeamFile): RuleList[] {
  return [
    ...steps.flatMap(({ policy, absent = [] }, step): RuleList[] => {
      const wrong = errors.filter((error) => error.step === step);
      return [
        { rules: policy, length: step, first: true, effect: (rule) => policy[rule]!.choose },
        { rules: absent, length: step, first: true, effect: (rule) => absent[rule]!.choose },
        { rules: wrong, length: step, first: false, effect: (rule) => wrong[rule]!.messages },
      ];
    }),
    { rules: outcome, length: steps.length, first: true, effect: (rule) => outcome[rule]!.score },
  ];
}

/** The menu of a step by the places of its three lists, one object for all contexts that share them; or the kind of rule that is missing. */
function menusOf({ steps, errors = [] }: TeamFile, lists: readonly RuleAutomaton[]) {
  const known = new Map<number, readonly Utterance[]>();
  return (step: number, [acting, resting, erring]: readonly number[]): readonly Utterance[] | 'policy' | 'absent' => {
    const [acts, rests, errs] = lists.slice(3 * step, 3 * step + 3);
    const key = ((acting! * rests!.places + resting!) * errs!.places + erring!) * steps.length + step;
    const before = known.get(key);
    if (before !== undefined) return before;
    const { messages, policy, absent } = steps[step]!;
    const [act] = acts!.rules[acting!]!;
    if (act === undefined) return 'policy';
    const [rest] = rests!.rules[resting!]!;
    if (absent !== undefined && rest === undefined) return 'absent';
    const declared = errors.filter((error) => error.step === step);
    const wrong = new Set(errs!.rules[erring!]!.flatMap((error) => declared[error]!.messages));
    const menu = messages.map((message, place): Utterance => {
      const id = typeof message === 'string' ? message : message.id;
      const absence = absent === undefined ? {} : { absent: absent[rest!]!.choose[place]! };
      return {
        id,
        text: textOf(message),
        probability: policy[act]!.choose[place]!,
        ...absence,
        isWrong: wrong.has(id),
      };
    });
    known.set(key, menu);
    return menu;
  };
}
