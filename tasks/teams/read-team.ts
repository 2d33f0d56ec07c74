import { basename } from 'node:path';
import { CreditbenchError } from '../../harness/errors.ts';
import { badFile, parseWith, readJson } from '../../harness/files.ts';
import { checkTeamFile } from './check-team-file.ts';
import { idsOf, type TeamFile, teamFileSchema, textOf } from './team-file.ts';
import { mostTranscripts } from './tree.ts';
import { perfectJudge, type Utterance, type World } from './world.ts';

/** The world of a `*.team.json`. @throws CreditbenchError naming file, place, found and expected. */
export function readTeam(path: string): World {
  return parseTeam(readJson(path), basename(path));
}

/** The world that the value of a team file describes. */
export function parseTeam(value: unknown, file: string): World {
  const team = parseWith(teamFileSchema, value, file);
  checkTeamFile(team, file);
  return worldOf(team, file);
}

function worldOf(team: TeamFile, file: string): World {
  const { agents, steps, range, errors } = team;
  refuseTooLarge(team, file);
  return {
    agents: agents.map((id) => ({ id, role: id })),
    problem: team.problem ?? '',
    range,
    threshold: team.threshold ?? range[1],
    noise: team.noise ?? 'none',
    null: steps.every(({ absent }) => absent !== undefined) ? 'declared' : 'none',
    declaresErrors: errors !== undefined,
    judge: team.judge ?? perfectJudge,
    ...(team.critic === undefined ? {} : { critic: team.critic }),
    authors: steps.map(({ agent }) => agents.indexOf(agent)),
    menu(step, said) {
      const { messages, policy, absent } = steps[step]!;
      const ids = idsOf(steps[step]!);
      const rule = ruleFor(policy, said, file, ['steps', step, 'policy']).choose;
      const away = absent && ruleFor(absent, said, file, ['steps', step, 'absent']).choose;
      const wrong = errors?.filter((error) => error.step === step && matches(error.when, said));
      return messages.map((message, index): Utterance => {
        const id = ids[index]!;
        return {
          id,
          text: textOf(message),
          probability: rule[index]!,
          ...(away ? { absent: away[index]! } : {}),
          isWrong: wrong?.some((error) => error.messages.includes(id)) === true,
        };
      });
    },
    score: (said) => ruleFor(team.outcome, said, file, ['outcome']).score,
  };
}

type Rule = { readonly when?: readonly string[] | undefined };

function ruleFor<R extends Rule>(
  rules: readonly R[],
  said: readonly Utterance[],
  file: string,
  path: readonly PropertyKey[],
): R {
  const rule = rules.find(({ when }) => matches(when, said));
  if (rule !== undefined) return rule;
  const ids = JSON.stringify(said.map(({ id }) => id));
  throw badFile(file, path, `no rule matches ${ids}; a last rule without "when" would match all`);
}

function matches(when: readonly string[] | undefined, said: readonly Utterance[]): boolean {
  return when === undefined || when.every((id, place) => id === '*' || id === said[place]!.id);
}

/** The number of transcripts is known before any is walked. */
function refuseTooLarge({ steps }: TeamFile, file: string): void {
  const transcripts = steps.reduce((count, { messages }) => count * messages.length, 1);
  if (transcripts <= mostTranscripts) return;
  throw new CreditbenchError(
    'too-large',
    `${file}: ${steps.length} steps make ${transcripts} transcripts; exact truth is enumerated up to ${mostTranscripts}: ` +
      'use fewer steps or fewer messages per step',
  );
}
